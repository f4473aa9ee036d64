package io.askwell.llm.agent;

import static io.askwell.domain.agent.Step.ANSWER;
import static io.askwell.domain.agent.Step.DRAFT;
import static io.askwell.domain.agent.Step.EXECUTE;
import static io.askwell.domain.agent.Step.INTERPRET;
import static io.askwell.domain.agent.Step.RECALL;
import static io.askwell.domain.agent.Step.REPAIR;
import static io.askwell.llm.agent.Bench.COUNT;
import static io.askwell.llm.agent.Bench.chunks;
import static io.askwell.llm.agent.Bench.completed;
import static io.askwell.llm.agent.Bench.failed;
import static io.askwell.llm.agent.Bench.steps;
import static io.askwell.testkit.model.ScriptedReply.runSql;
import static io.askwell.testkit.model.ScriptedReply.text;
import static io.askwell.testkit.model.ScriptedReply.toolCall;
import static org.assertj.core.api.Assertions.assertThat;

import io.askwell.domain.agent.Fault;
import io.askwell.domain.agent.Mode;
import io.askwell.domain.agent.QueryOutcome;
import io.askwell.domain.agent.TokenUsage;
import io.askwell.domain.agent.Verdict;
import io.askwell.testkit.agent.ScriptedQueries;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import reactor.core.publisher.Mono;

/** Drafts that cannot be run: what is asked for again, and what is not. */
class RepairTest {
    private final Bench bench = new Bench();

    @AfterEach
    void close() {
        bench.close();
    }

    @Test
    void aWrongColumnIsRepairedOnce() {
        bench.queries = new ScriptedQueries(sql -> Mono.just(sql.contains("nam ")
                ? new QueryOutcome.Rejected("42703", "column \"nam\" does not exist", true)
                : ScriptedQueries.read(sql, "name", "Alice")));
        bench.model.reply(runSql("", "SELECT nam FROM public.customer").usage(1, 1),
                runSql("", "SELECT name FROM public.customer").usage(2, 2), text("Alice").usage(4, 4));

        var events = bench.ask();

        assertThat(steps(events)).containsExactly(RECALL, DRAFT, EXECUTE, REPAIR, EXECUTE, ANSWER);
        assertThat(completed(events).answer()).isEqualTo("Alice");
        assertThat(completed(events).usage()).isEqualTo(new TokenUsage(7, 7));
        assertThat(bench.model.call(2).body()).contains("SELECT nam FROM public.customer", "42703",
                "public.customer(id integer not null");
    }

    @Test
    void whatTheGateRefusesIsRepairedWithItsReason() {
        bench.queries = new ScriptedQueries(sql -> Mono.just(sql.contains("pg_sleep")
                ? new QueryOutcome.Refused("42501", "the function pg_sleep is not allowed", List.of())
                : ScriptedQueries.read(sql, "count", 3L)));
        bench.model.reply(runSql("", "SELECT pg_sleep(1)"), runSql("", COUNT), text("3"));

        assertThat(completed(bench.ask()).answer()).isEqualTo("3");
        assertThat(bench.model.call(2).body()).contains("42501 insufficient_privilege", "pg_sleep is not allowed");
    }

    @Test
    void theSameWrongSqlTwiceStopsBeforeTheLimit() {
        bench.queries = rejecting(true);
        bench.model.reply(runSql("", "SELECT nope"), runSql("", " SELECT\n nope ; "), runSql("", COUNT));

        var events = bench.ask();

        assertThat(failed(events).fault()).isEqualTo(Fault.QUERY_FAILED);
        assertThat(failed(events).message()).doesNotContain("SELECT", "42703", "nope");
        assertThat(bench.queries.ran()).hasSize(1);
        assertThat(bench.model.calls()).hasSize(2);
    }

    @Test
    void aCircleStopsWhereItCloses() {
        bench.queries = rejecting(true);
        bench.model.reply(runSql("", "SELECT a"), runSql("", "SELECT b"), runSql("", "SELECT a"), runSql("", COUNT));

        assertThat(failed(bench.ask()).fault()).isEqualTo(Fault.QUERY_FAILED);
        assertThat(bench.queries.ran()).containsExactly("SELECT a", "SELECT b");
        assertThat(bench.model.calls()).hasSize(3);
    }

    @Test
    void theGrammarStandsInWhereTheModelWritesNoQueryThatRuns() {
        bench.grammar = Bench.understanding();
        bench.queries = new ScriptedQueries(sql -> Mono.just(sql.contains("nope")
                ? new QueryOutcome.Rejected("42703", "column \"nope\" does not exist", true)
                : ScriptedQueries.read(sql, "n", 3L)));
        bench.model.reply(runSql("", "SELECT nope"), runSql("", "SELECT nope"));

        var events = bench.ask();

        assertThat(steps(events)).containsExactly(RECALL, DRAFT, EXECUTE, REPAIR, EXECUTE, INTERPRET, EXECUTE, ANSWER);
        assertThat(completed(events).answer()).isEqualTo("There are 3 orders.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"DELETE FROM orders", "WITH d AS (DELETE FROM orders RETURNING *) SELECT * FROM d",
            "SELECT 1; DROP TABLE orders", "/* x */ update orders set total_amount = 0", "COMMIT; SELECT 1"})
    void whatSetsOutToChangeIsDeclinedAndNotMended(String sql) {
        bench.queries = new ScriptedQueries(
                any -> Mono.just(new QueryOutcome.Refused("25006", "only SELECT is allowed", List.of())));
        bench.model.reply(runSql("", sql), runSql("", COUNT));

        var events = bench.ask();

        assertThat(completed(events).verdict()).isEqualTo(new Verdict.Declined());
        assertThat(completed(events).answer()).contains("only reads").isEqualTo(chunks(events));
        assertThat(bench.queries.ran()).containsExactly(sql);
        assertThat(bench.model.calls()).hasSize(1);
    }

    @Test
    void whereTheModelSetsOutToChangeTheGrammarMayStillAnswer() {
        bench.grammar = Bench.understanding();
        bench.queries = new ScriptedQueries(sql -> Mono.just(sql.startsWith("DELETE")
                ? new QueryOutcome.Refused("25006", "only SELECT is allowed", List.of())
                : ScriptedQueries.read(sql, "n", 3L)));
        bench.model.reply(runSql("", "DELETE FROM orders"));

        assertThat(completed(bench.ask()).answer()).isEqualTo("There are 3 orders.");
    }

    @Test
    void itGivesUpAfterAsManyRepairsAsAreAllowed() {
        bench.queries = rejecting(true);
        bench.model.reply(runSql("", "SELECT a"), runSql("", "SELECT b"), runSql("", "SELECT c"), runSql("", COUNT));

        assertThat(failed(bench.ask()).fault()).isEqualTo(Fault.QUERY_FAILED);
        assertThat(bench.queries.ran()).containsExactly("SELECT a", "SELECT b", "SELECT c");
    }

    @Test
    void aTimeoutOfTheDatabaseIsNotRepaired() {
        bench.queries = new ScriptedQueries(sql -> Mono.just(
                new QueryOutcome.Rejected("57014", "canceling statement due to statement timeout", false)));
        bench.model.reply(runSql("", COUNT));

        var events = bench.ask();

        assertThat(failed(events).fault()).isEqualTo(Fault.QUERY_FAILED);
        assertThat(failed(events).message()).contains("too long");
        assertThat(bench.model.calls()).hasSize(1);
    }

    @Test
    void whatTheAgentMayNotReadIsLeftOutOfTheNextDraft() {
        bench.queries = new ScriptedQueries(sql -> Mono.just(sql.contains("salary")
                ? new QueryOutcome.Rejected("42501", "the agent may not read that", false)
                : ScriptedQueries.read(sql, "count", 3L)));
        bench.model.reply(runSql("", "SELECT salary FROM customer"), runSql("", COUNT), text("3"));

        assertThat(completed(bench.ask()).answer()).isEqualTo("3");
        assertThat(bench.model.call(2).body()).contains("42501 insufficient_privilege");
    }

    @Test
    void sqlOfTheGrammarIsNeverRepairedByTheModel() {
        bench.grammar = Bench.understanding();
        bench.queries = rejecting(true);

        assertThat(failed(bench.ask(Mode.GRAMMAR_FIRST)).fault()).isEqualTo(Fault.QUERY_FAILED);
        assertThat(bench.model.calls()).isEmpty();
    }

    @Test
    void proseIsNeverExecuted() {
        bench.model.reply(text("Sure! Here is the query: SELECT count(*) FROM orders; Let me know."),
                runSql("", COUNT), text("3"));

        assertThat(completed(bench.ask()).answer()).isEqualTo("3");
        assertThat(bench.queries.ran()).containsExactly(COUNT);
    }

    @Test
    void sqlInAFenceIsTakenFromModelsWithoutTools() {
        bench.model.reply(text("Here:\n``", "`sql\n" + COUNT, "\n```\nLet me know."), text("3"));

        assertThat(completed(bench.ask()).answer()).isEqualTo("3");
        assertThat(bench.queries.ran()).containsExactly(COUNT);
    }

    @Test
    void anEmptyReplyIsAskedForOnceMore() {
        bench.model.reply(text(), runSql("", COUNT), text("3"));

        var events = bench.ask();

        assertThat(steps(events)).containsExactly(RECALL, DRAFT, REPAIR, EXECUTE, ANSWER);
        assertThat(bench.model.call(2).body()).contains("could not be used");
    }

    @Test
    void toolArgumentsThatAreCutTwiceFail() {
        bench.model.reply(toolCall("run_sql", "{\"thought\":\"x\",\"sql\":\"SELECT cou"),
                toolCall("run_sql", "{\"thought\":\"x\",\"sql\":\"SELECT cou"));

        var events = bench.ask();

        assertThat(steps(events)).containsExactly(RECALL, DRAFT, REPAIR, INTERPRET);
        assertThat(failed(events).fault()).isEqualTo(Fault.MODEL_UNAVAILABLE);
        assertThat(bench.queries.ran()).isEmpty();
    }

    private static ScriptedQueries rejecting(boolean mendable) {
        return new ScriptedQueries(sql -> Mono.just(
                new QueryOutcome.Rejected("42703", "column \"nope\" does not exist", mendable)));
    }
}
