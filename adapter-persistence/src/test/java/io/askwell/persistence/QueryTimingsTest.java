package io.askwell.persistence;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import reactor.core.publisher.Flux;

class QueryTimingsTest {
    private final SimpleMeterRegistry registry = new SimpleMeterRegistry();
    private final QueryTimings timings = new QueryTimings(registry);

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"SELECT id FROM public.customer WHERE id = :id | select customer",
            "select 1 | select", "INSERT INTO public.orders (id) SELECT id FROM x | insert orders",
            "UPDATE customer SET name = 'from nowhere' | update customer", "DELETE FROM a.b WHERE c | delete b",
            "'\n  SELECT *\n  FROM t' | select t", "WITH x AS (SELECT 1 FROM y) SELECT 2 FROM x | with y",
            "'' | other"})
    void namesAStatementByItsVerbAndFirstTable(String sql, String name) {
        assertThat(timings.nameOf(sql)).isEqualTo(name);
        assertThat(timings.nameOf(sql)).isEqualTo(name);
    }

    @Test
    void manyTextsAreFewNames() {
        assertThat(Flux.range(0, 5_000).map(i -> timings.nameOf("SELECT " + i + " FROM t")).distinct().collectList()
                .block()).containsExactly("select t");
    }

    @Test
    void timesEachSubscriptionByHowItEnds() {
        var rows = timings.timed("customer.find", Flux.range(1, 3));
        rows.blockLast();
        rows.blockLast();
        rows.take(1).blockLast();
        timings.timed("customer.find", Flux.error(new IllegalStateException())).onErrorComplete().blockLast();

        assertThat(count("success")).isEqualTo(2);
        assertThat(count("cancelled")).isEqualTo(1);
        assertThat(count("failure")).isEqualTo(1);
    }

    private long count(String outcome) {
        return registry.get("database.queries").tags("query", "customer.find", "outcome", outcome).timer().count();
    }
}
