package io.askwell.application.agent;

import static org.assertj.core.api.Assertions.assertThat;

import io.askwell.application.access.BudgetService;
import io.askwell.domain.access.Budget;
import io.askwell.domain.access.BudgetExceeded;
import io.askwell.domain.access.BudgetPlan;
import io.askwell.domain.access.Caller;
import io.askwell.domain.access.Prices;
import io.askwell.domain.agent.DryRun;
import io.askwell.domain.agent.DryRun.Words;
import io.askwell.domain.agent.Grounding;
import io.askwell.domain.agent.Interpretation;
import io.askwell.domain.agent.Interpretation.Declined;
import io.askwell.domain.agent.Question;
import io.askwell.domain.agent.Turn;
import io.askwell.domain.agent.ValueMatch;
import io.askwell.domain.agent.port.out.Interpreter;
import io.askwell.testkit.access.InMemoryBudgets;
import io.askwell.testkit.agent.SampleSchema;
import io.askwell.testkit.agent.ScriptedQueries;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import reactor.test.StepVerifier;

class DryRunServiceTest {
    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-01-01T00:00:00Z"), ZoneOffset.UTC);
    private static final Caller CALLER = new Caller("tester");

    private final ScriptedQueries queries = ScriptedQueries.oneRow("n", 1L);

    @Test
    void readsOnTheGroundThatARunWouldHaveAndRunsNothing() {
        DryRun dryRun = service(Optional.empty()).dryRun(CALLER, Question.parse("Where is Alice?")).block();

        assertThat(dryRun).isNotNull();
        assertThat(dryRun.question().text()).isEqualTo("Where is Alice?");
        assertThat(dryRun.words()).containsExactly(new Words("Where is Alice?", List.of()));
        assertThat(dryRun.interpretation()).isEqualTo(new Declined("[Alice Wonderland] on 2026-01-01"));
        assertThat(queries.ran()).isEmpty();
    }

    @Test
    void countsAsAQuestionOfTheCaller() {
        var service = service(Optional.of(1L));
        service.dryRun(CALLER, Question.parse("Who?")).block();

        StepVerifier.create(service.dryRun(CALLER, Question.parse("Who?"))).verifyError(BudgetExceeded.class);
    }

    private DryRunService service(Optional<Long> questionsPerDay) {
        var day = new Budget(questionsPerDay, Optional.empty(), Optional.empty());
        var plan = new BudgetPlan(Optional.empty(), Optional.empty(), day, Budget.UNLIMITED, Prices.FREE);
        return new DryRunService(queries, SampleSchema.catalog(), new SaysItsGround(),
                new BudgetService(plan, new InMemoryBudgets(), CLOCK), CLOCK);
    }

    /** Declines with the values and the day that it was given. */
    private static final class SaysItsGround implements Interpreter {
        @Override
        public Interpretation interpret(Question question, List<Turn> turns, Grounding grounding) {
            LocalDate today = grounding.today();
            return new Declined(
                    "%s on %s".formatted(grounding.values().stream().map(ValueMatch::value).toList(), today));
        }

        @Override
        public List<Words> words(Question question, Grounding grounding) {
            return List.of(new Words(question.text(), List.of()));
        }
    }
}
