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
import static io.askwell.llm.agent.Bench.of;
import static io.askwell.llm.agent.Bench.steps;
import static io.askwell.testkit.Patience.FOREVER;
import static io.askwell.testkit.model.ScriptedReply.runSql;
import static io.askwell.testkit.model.ScriptedReply.silence;
import static io.askwell.testkit.model.ScriptedReply.status;
import static io.askwell.testkit.model.ScriptedReply.text;
import static io.askwell.testkit.model.ScriptedReply.tokens;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import io.askwell.domain.agent.AgentEvent;
import io.askwell.domain.agent.AgentEvent.StepFinished;
import io.askwell.domain.agent.Fault;
import io.askwell.domain.agent.Mode;
import io.askwell.domain.agent.Origin;
import io.askwell.domain.agent.QueryOutcome;
import io.askwell.domain.agent.Verdict;
import io.askwell.testkit.agent.ScriptedQueries;
import io.askwell.testkit.model.ScriptedReply;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import reactor.core.publisher.Mono;

/** What happens when the model fails: the grammar stands in while it can, and a broken stream is never an answer. */
class ModelFaultsTest {
    private final Bench bench = new Bench();

    @AfterEach
    void close() {
        bench.close();
    }

    /** What a cold machine takes long for should not pass for silence. */
    @BeforeAll
    static void warmUp() {
        try (var warm = new Bench()) {
            warm.model.reply(runSql("", COUNT), text("There are 3."));
            completed(warm.ask());
        }
    }

    private void waitForTheFirstToken(Duration atMost) {
        bench.settings = Bench.settings(bench.model.baseUrl(), atMost, FOREVER);
    }

    private void waitForTheNextToken(Duration atMost) {
        bench.settings = Bench.settings(bench.model.baseUrl(), FOREVER, atMost);
    }

    /** Where silence is awaited, it should not last as long as it usually may. */
    private void prepareFor(String fault) {
        if (fault.startsWith("silence")) {
            waitForTheFirstToken(Duration.ofMillis(1_500));
        }
    }

    static Stream<Arguments> faults() {
        return Stream.of(
                arguments("early end", text().endsEarly(), "broke off"),
                arguments("reset", text().thenReset(), "broke off"),
                arguments("error event", text().thenError(), "broke off"),
                arguments("content filter", text().finishReason("content_filter"), "broke off"),
                arguments("silence before headers", silence(), "in time"),
                arguments("silence before the first token", text().thenSilence(), "in time"),
                arguments("500", status(500, "boom"), "reported an error"),
                arguments("502", status(502, "bad gateway"), "reported an error"),
                arguments("503", status(503, "later"), "too many requests"),
                arguments("401", status(401, "bad key"), "rejected"),
                arguments("429 for ever", status(429, "quota").header("Retry-After", "3600"), "too many requests"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("faults")
    void theGrammarAnswersWhenTheDraftFails(String name, ScriptedReply fault, String words) {
        prepareFor(name);
        bench.grammar = Bench.understanding();
        bench.model.replyWhen(call -> true, fault);

        var events = bench.ask();

        assertThat(steps(events)).containsExactly(RECALL, DRAFT, INTERPRET, EXECUTE, ANSWER);
        assertThat(completed(events).answer()).isEqualTo("There are 3 orders.");
        assertThat(((Verdict.Answered) completed(events).verdict()).origin()).isEqualTo(Origin.GRAMMAR);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("faults")
    void theReasonIsGivenWhenTheGrammarDoesNotUnderstand(String name, ScriptedReply fault, String words) {
        prepareFor(name);
        bench.model.replyWhen(call -> true, fault);

        var events = bench.ask(Mode.GRAMMAR_FIRST);

        assertThat(steps(events)).containsExactly(RECALL, INTERPRET, DRAFT, INTERPRET);
        assertThat(failed(events).fault()).isEqualTo(Fault.MODEL_UNAVAILABLE);
        assertThat(failed(events).message()).contains("not available right now", words, "frobnicate")
                .doesNotContain("boom", "bad key", "secret");
        assertThat(of(StepFinished.class, events)).hasSize(4);
        assertThat(events).filteredOn(AgentEvent::isTerminal).hasSize(1);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("faults")
    void theGrammarAnswersWhenTheWordingFailsBeforeItsFirstWord(String name, ScriptedReply fault, String words) {
        prepareFor(name);
        bench.grammar = Bench.understanding();
        bench.model.replyWhen(call -> call.body().contains("run_sql"), runSql("", COUNT));
        bench.model.replyWhen(call -> true, fault);

        var events = bench.ask();

        assertThat(steps(events)).containsExactly(RECALL, DRAFT, EXECUTE, ANSWER, INTERPRET, EXECUTE, ANSWER);
        assertThat(completed(events).answer()).isEqualTo("There are 3 orders.").isEqualTo(chunks(events));
    }

    static Stream<Arguments> breaks() {
        return Stream.of(arguments("early end", text("There ", "are ").endsEarly()),
                arguments("reset", text("There ", "are ").thenReset()),
                arguments("error event", text("There ", "are ").thenError()),
                arguments("content filter", text("There ", "are ").finishReason("content_filter")),
                arguments("silence", text("There ", "are ").thenSilence()));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("breaks")
    void anAnswerThatBreaksOffIsAFailure(String name, ScriptedReply broken) {
        if (name.equals("silence")) {
            waitForTheNextToken(Duration.ofSeconds(2));
        }
        bench.grammar = Bench.understanding();
        bench.model.reply(runSql("", COUNT), broken);

        var events = bench.ask();

        assertThat(failed(events).fault()).isEqualTo(Fault.MODEL_UNAVAILABLE);
        assertThat(chunks(events)).isEqualTo("There are ");
        assertThat(events).filteredOn(AgentEvent::isTerminal).hasSize(1);
        assertThat(events.get(events.size() - 2)).isInstanceOf(StepFinished.class);
    }

    @Test
    void theLongestWayIsNotTooLong() {
        bench.grammar = Bench.understanding();
        bench.queries = new ScriptedQueries(sql -> Mono.just(sql.startsWith("SELECT bad")
                ? new QueryOutcome.Refused("42703", "no such column", List.of())
                : ScriptedQueries.read(sql, "count", 3L)));
        bench.model.reply(runSql("", "SELECT bad1"), runSql("", "SELECT bad2"), runSql("", COUNT), text().endsEarly());

        var events = bench.ask();

        assertThat(steps(events)).containsExactly(RECALL, DRAFT, EXECUTE, REPAIR, EXECUTE, REPAIR, EXECUTE, ANSWER,
                INTERPRET, EXECUTE, ANSWER);
        assertThat(completed(events).answer()).isEqualTo("There are 3 orders.");
    }

    @Test
    void noServerAtAllIsUnreachable() {
        bench.settings = Bench.settings("http://127.0.0.1:1/v1");

        assertThat(failed(bench.ask()).message()).contains("cannot be reached");
    }

    @Test
    void aSilentServerIsLeftAfterItsTimeoutAndItsConnectionClosed() {
        waitForTheFirstToken(Duration.ofSeconds(2));
        bench.model.reply(silence());

        assertThat(failed(bench.ask()).message()).contains("in time");

        bench.model.call(1).awaitClosedByClient();
    }

    @Test
    void aStreamThatFallsSilentIsLeftAndItsConnectionClosed() {
        waitForTheNextToken(Duration.ofSeconds(2));
        bench.model.reply(runSql("", COUNT), text("a ", "b ").thenSilence());

        failed(bench.ask());

        bench.model.call(2).awaitClosedByClient();
    }

    @Test
    void aSlowStreamIsNotASilentOne() {
        waitForTheNextToken(Duration.ofSeconds(2));
        bench.model.reply(runSql("", COUNT), tokens(12).every(Duration.ofMillis(200)));

        assertThat(completed(bench.ask()).answer()).startsWith("t0 t1 ").endsWith("t11 ");
    }

    @Test
    void aServerThatKeepsTheConnectionOpenAfterItsLastEventIsNotWaitedFor() {
        bench.model.reply(runSql("", COUNT), text("three").keptOpen());

        assertThat(completed(bench.ask()).answer()).isEqualTo("three");
    }

    @Test
    void anAnswerAtItsLengthLimitSaysSo() {
        bench.model.reply(runSql("", COUNT), text("There are").finishReason("length"));

        var events = bench.ask();

        assertThat(completed(events).answer()).startsWith("There are").contains("length limit")
                .isEqualTo(chunks(events));
    }

    @Test
    void whatTheModelThinksAloudIsNotItsAnswer() {
        bench.model.reply(text("<think>A ", "count.</th", "ink>\n\n```sql\n" + COUNT + "\n```"),
                text("<think>", "Three.", "</think>", "\n\nThere ", "are 3."));

        var events = bench.ask();

        assertThat(completed(events).answer()).isEqualTo("There are 3.").isEqualTo(chunks(events));
        assertThat(bench.queries.ran()).containsExactly(COUNT);
    }

    @Test
    void anAnswerWithoutWordsIsNone() {
        bench.grammar = Bench.understanding();
        bench.model.reply(runSql("", COUNT), text("\n", " "));

        assertThat(completed(bench.ask()).answer()).isEqualTo("There are 3 orders.");
    }

    @Test
    void aServerWithTooManyRequestsIsAskedAgainAfterThePauseThatItAsksFor() {
        bench.model.reply(status(429, "slow down").header("Retry-After", "1"), runSql("", COUNT), text("3"));
        long started = System.nanoTime();

        assertThat(completed(bench.ask()).answer()).isEqualTo("3");
        assertThat(Duration.ofNanos(System.nanoTime() - started)).isGreaterThan(Duration.ofMillis(950));
    }

    @Test
    void thePauseMayBeADate() {
        bench.clock = Clock.systemUTC();
        bench.deadline = Instant.now().plus(FOREVER);
        var soon = DateTimeFormatter.RFC_1123_DATE_TIME.format(Instant.now().plusSeconds(1).atOffset(ZoneOffset.UTC));
        bench.model.reply(status(503, "restarting").header("Retry-After", soon), runSql("", COUNT), text("3"));

        assertThat(completed(bench.ask()).answer()).isEqualTo("3");
    }

    @Test
    void aPauseBeyondTheDeadlineIsNotWaitedFor() {
        bench.deadline = Bench.NOW.plusSeconds(99);
        bench.model.reply(status(429, "slow down").header("Retry-After", "100"));

        assertThat(failed(bench.ask()).message()).contains("too many requests");
        assertThat(bench.model.calls()).hasSize(1);
    }

    @Test
    void aServerThatGoesOnRefusingIsAskedThreeTimes() {
        bench.model.replyWhen(call -> true, status(429, "slow down").header("Retry-After", "0"));

        assertThat(failed(bench.ask()).fault()).isEqualTo(Fault.MODEL_UNAVAILABLE);
        assertThat(bench.model.calls()).hasSize(3);
    }

    @Test
    void aServerThatTakesNoToolsIsAskedWithout() {
        bench.model.replyWhen(call -> call.body().contains("\"tools\""),
                status(400, "this model does not support tools"));
        bench.model.reply(text("```sql\n" + COUNT + "\n```"), text("3"));

        assertThat(completed(bench.ask()).answer()).isEqualTo("3");
        assertThat(bench.model.call(2).body()).doesNotContain("\"tools\"");
        assertThat(bench.queries.ran()).containsExactly(COUNT);
    }

    @Test
    void anotherBadRequestIsNotTriedWithoutTools() {
        bench.model.replyWhen(call -> true, status(400, "the prompt is too long"));

        assertThat(failed(bench.ask()).message()).contains("rejected");
        assertThat(bench.model.calls()).hasSize(1);
    }
}
