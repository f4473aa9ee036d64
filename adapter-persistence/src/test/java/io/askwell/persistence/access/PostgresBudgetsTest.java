package io.askwell.persistence.access;

import static org.assertj.core.api.Assertions.assertThat;

import io.askwell.domain.access.Budget;
import io.askwell.domain.access.BudgetDay;
import io.askwell.domain.access.Caller;
import io.askwell.domain.access.Spend;
import io.askwell.domain.access.port.out.Budgets;
import io.askwell.persistence.Database;
import io.askwell.persistence.OpenDatabase;
import io.askwell.persistence.PipelinedClient;
import io.askwell.testkit.access.BudgetsContract;
import java.time.LocalDate;
import java.util.Objects;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Flux;

class PostgresBudgetsTest extends BudgetsContract {
    private OpenDatabase open;
    private Budgets budgets;

    @BeforeEach
    void open() {
        open = OpenDatabase.with(4);
        budgets = new PostgresBudgets(open.database());
    }

    @AfterEach
    void close() {
        open.close();
    }

    @Test
    void twoServersOnOneDatabaseShareOneBudget() {
        var limits = new Budget(Optional.of(20L), Optional.empty(), Optional.empty());
        var day = new BudgetDay(LocalDate.of(2026, 3, 1));
        PipelinedClient pipelines = PipelinedClient.open(open.settings(), open.settings().user(), "other");
        try {
            Budgets other = new PostgresBudgets(new Database(pipelines, open.pool(), open.meters()));

            var taken = Objects.requireNonNull(Flux.range(0, 50).flatMap(i -> (i % 2 == 0 ? budgets : other)
                    .reserve(new Caller("alice"), day, Spend.ONE_QUESTION, limits), 50).collectList().block());

            assertThat(taken).filteredOn(it -> it).hasSize(20);
        } finally {
            pipelines.dispose();
        }
    }

    @Override
    protected Budgets budgets() {
        return budgets;
    }
}
