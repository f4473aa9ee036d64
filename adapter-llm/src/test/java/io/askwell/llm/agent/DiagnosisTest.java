package io.askwell.llm.agent;

import static org.assertj.core.api.Assertions.assertThat;

import io.askwell.testkit.agent.SampleSchema;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class DiagnosisTest {

    @Test
    void aMisspeltColumnComesWithItsNeighboursInSpelling() {
        var diagnosis = of("column \"nam\" does not exist", "SELECT nam FROM customer");

        assertThat(diagnosis.nearest()).isEqualTo(Map.of("nam", List.of("name")));
        assertThat(diagnosis.columns()).isEqualTo(Map.of("public.customer", List.of("id", "name", "email")));
    }

    @Test
    void aMisspeltTableComesWithTheColumnsOfTheOneThatIsMeant() {
        var diagnosis = of("there is no table public.custmers here", "SELECT * FROM custmers");

        assertThat(diagnosis.nearest()).isEqualTo(Map.of("custmers", List.of("customer")));
        assertThat(diagnosis.columns()).containsOnlyKeys("public.customer");
    }

    @Test
    void aColumnOfAnotherTableIsNamedWithItsTable() {
        var diagnosis = of("column \"total_amount\" does not exist",
                "SELECT name FROM customer WHERE total_amount > 5");

        assertThat(diagnosis.nearest()).isEqualTo(Map.of("total_amount", List.of("public.orders.total_amount")));
        assertThat(diagnosis.columns()).containsOnlyKeys("public.customer", "public.orders");
    }

    @Test
    void whatStandsInTextsIsNoName() {
        assertThat(of("column \"nam\" does not exist", "SELECT 'nam' FROM customer").nearest()).isEmpty();
    }

    @Test
    void longSqlAndReasonsAreCut() {
        assertThat(of("x".repeat(5_000), "SELECT 1").json("y".repeat(5_000))).hasSizeLessThan(2_800);
    }

    private static Diagnosis of(String reason, String sql) {
        return Diagnosis.of(SqlState.named("42703"), reason, sql, SampleSchema.schema());
    }
}
