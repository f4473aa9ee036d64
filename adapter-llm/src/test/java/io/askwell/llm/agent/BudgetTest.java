package io.askwell.llm.agent;

import static io.askwell.domain.agent.Step.ANSWER;
import static io.askwell.domain.agent.Step.DRAFT;
import static io.askwell.domain.agent.Step.EXECUTE;
import static io.askwell.domain.agent.Step.INTERPRET;
import static io.askwell.domain.agent.Step.RECALL;
import static io.askwell.llm.agent.Bench.COUNT;
import static io.askwell.llm.agent.Bench.completed;
import static io.askwell.llm.agent.Bench.failed;
import static io.askwell.llm.agent.Bench.steps;
import static io.askwell.testkit.model.ScriptedReply.runSql;
import static io.askwell.testkit.model.ScriptedReply.silence;
import static io.askwell.testkit.model.ScriptedReply.status;
import static io.askwell.testkit.model.ScriptedReply.text;
import static org.assertj.core.api.Assertions.assertThat;

import io.askwell.domain.agent.AgentEvent.AnswerChunk;
import io.askwell.domain.agent.Fault;
import io.askwell.domain.agent.Mode;
import io.askwell.domain.agent.QueryOutcome;
import io.askwell.domain.agent.Rows;
import io.askwell.domain.agent.TokenUsage;
import io.askwell.domain.agent.port.out.Allowance;
import io.askwell.domain.failure.Unavailable;
import io.askwell.testkit.agent.ScriptedAllowance;
import io.askwell.testkit.agent.ScriptedQueries;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Mono;

/** What is reserved and settled for the model's calls, and how a run ends whose budget does. */
class BudgetTest {
    private final Bench bench = new Bench();

    @AfterEach
    void close() {
        bench.close();
    }

    @Test
    void everyCallIsReservedBeforeItAndSettledWithWhatItTook() {
        var allowance = allow(2);
        bench.model.reply(runSql("", COUNT).usage(100, 20), text("There are 3.").usage(50, 7));

        completed(bench.ask());

        assertThat(allowance.settled()).containsExactly(new TokenUsage(100, 20), new TokenUsage(50, 7));
        assertThat(allowance.reserved()).extracting(TokenUsage::completionTokens).containsExactly(500L, 400L);
        assertThat(allowance.reserved().getFirst().promptTokens()).as("a token for three bytes of the prompt")
                .isBetween(bench.model.call(1).body().length() / 5L, bench.model.call(1).body().length() / 2L);
    }

    @Test
    void aRunStopsMidwayWhereItsBudgetDoes() {
        allow(1);
        bench.model.reply(runSql("", COUNT), text("not to be asked for"));

        var events = bench.ask();

        assertThat(steps(events)).containsExactly(RECALL, DRAFT, EXECUTE, ANSWER, INTERPRET);
        assertThat(failed(events).fault()).isEqualTo(Fault.BUDGET_EXCEEDED);
        assertThat(failed(events).message()).contains("100 tokens");
        assertThat(Bench.of(AnswerChunk.class, events)).isEmpty();
        assertThat(bench.model.calls()).hasSize(1);
    }

    @Test
    void theGrammarAnswersForNothingWhereTheBudgetIsSpent() {
        allow(0);
        bench.grammar = Bench.understanding();

        var events = bench.ask();

        assertThat(steps(events)).containsExactly(RECALL, DRAFT, INTERPRET, EXECUTE, ANSWER);
        assertThat(completed(events).answer()).isEqualTo("There are 3 orders.");
        assertThat(completed(events).usage()).isEqualTo(TokenUsage.NONE);
        assertThat(bench.model.calls()).isEmpty();
    }

    @Test
    void theGrammarStandsInMidwayToo() {
        allow(1);
        bench.grammar = Bench.understanding();
        bench.model.reply(runSql("", COUNT));

        assertThat(completed(bench.ask()).answer()).isEqualTo("There are 3 orders.");
    }

    @Test
    void whereTheGrammarDidNotUnderstandBeforeEitherTheRunFails() {
        allow(0);

        assertThat(failed(bench.ask(Mode.GRAMMAR_FIRST)).fault()).isEqualTo(Fault.BUDGET_EXCEEDED);
    }

    @Test
    void anEmptyResultNeedsNoWordsOfTheModel() {
        allow(1);
        bench.queries = new ScriptedQueries(
                sql -> Mono.just(new QueryOutcome.Read(sql, new Rows(List.of("count"), List.of(), false))));
        bench.model.reply(runSql("", COUNT));

        assertThat(completed(bench.ask()).answer()).startsWith("Nothing was found");
    }

    @Test
    void aServerThatRefusesCostsNothing() {
        var allowance = allow(9);
        bench.model.reply(status(500, "broken"));

        failed(bench.ask());

        assertThat(allowance.reserved()).hasSize(1);
        assertThat(allowance.settled()).containsExactly(TokenUsage.NONE);
    }

    @Test
    void aReplyThatBreaksOffCountsAsItWasReserved() {
        var allowance = allow(9);
        bench.model.reply(runSql("", COUNT).usage(100, 20), text("There ", "are").endsEarly());

        failed(bench.ask());

        assertThat(allowance.reserved()).hasSize(2);
        assertThat(allowance.settled()).containsExactly(new TokenUsage(100, 20));
    }

    @Test
    void aReplyThatIsCancelledCountsAsItWasReserved() {
        var allowance = allow(9);
        bench.model.reply(silence());

        var asking = bench.events(Mode.MODEL).subscribe();
        bench.model.call(1);
        asking.dispose();
        bench.model.call(1).awaitClosedByClient();

        assertThat(allowance.reserved()).hasSize(1);
        assertThat(allowance.settled()).isEmpty();
    }

    @Test
    void aStoreThatIsAwayEndsTheRunInPlainWords() {
        bench.allowance = atMost -> Mono.error(new Away());

        assertThat(failed(bench.ask()).fault()).isEqualTo(Fault.DATABASE_UNAVAILABLE);
        assertThat(bench.model.calls()).isEmpty();
    }

    @Test
    void anAnswerThatCannotBeSettledIsGivenAllTheSame() {
        bench.allowance = atMost -> Mono.<Allowance.Reservation>just(used -> Mono.error(new Away()));
        bench.model.reply(runSql("", COUNT), text("There are 3."));

        assertThat(completed(bench.ask()).answer()).isEqualTo("There are 3.");
    }

    private ScriptedAllowance allow(int calls) {
        var allowance = new ScriptedAllowance(calls);
        bench.allowance = allowance;
        return allowance;
    }

    private static final class Away extends Unavailable {
        Away() {
            super("database-unavailable", "The database cannot be reached.");
        }
    }
}
