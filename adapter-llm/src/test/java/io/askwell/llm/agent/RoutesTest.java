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
import static io.askwell.testkit.model.ScriptedReply.runSql;
import static io.askwell.testkit.model.ScriptedReply.text;
import static io.askwell.testkit.model.ScriptedReply.toolCall;
import static org.assertj.core.api.Assertions.assertThat;

import io.askwell.domain.agent.AgentEvent;
import io.askwell.domain.agent.AgentEvent.AnswerChunk;
import io.askwell.domain.agent.AgentEvent.RowsRead;
import io.askwell.domain.agent.AgentEvent.SqlDrafted;
import io.askwell.domain.agent.AgentEvent.StepFinished;
import io.askwell.domain.agent.AgentEvent.StepStarted;
import io.askwell.domain.agent.AgentEvent.Thought;
import io.askwell.domain.agent.AgentUnavailable;
import io.askwell.domain.agent.Fault;
import io.askwell.domain.agent.Interpretation.Ambiguous;
import io.askwell.domain.agent.Mode;
import io.askwell.domain.agent.Origin;
import io.askwell.domain.agent.QueryOutcome;
import io.askwell.domain.agent.Rows;
import io.askwell.domain.agent.TokenUsage;
import io.askwell.domain.agent.Verdict;
import io.askwell.testkit.agent.ScriptedInterpreter;
import io.askwell.testkit.agent.ScriptedQueries;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import reactor.core.publisher.Mono;

/** Which way a question goes through the graph, and what can be seen of it. */
class RoutesTest {
    private final Bench bench = new Bench();

    @AfterEach
    void close() {
        bench.close();
    }

    @Test
    void theModelDraftsAndWordsTheAnswer() {
        bench.model.reply(runSql("Count Alice's orders.", COUNT).usage(100, 20),
                text("Alice ", "made ", "3 orders.").usage(50, 7));

        var events = bench.ask();

        assertThat(events).filteredOn(event -> !(event instanceof StepFinished)).containsExactly(
                new StepStarted(RECALL), new StepStarted(DRAFT), new Thought("Count Alice's orders."),
                new SqlDrafted(COUNT, Origin.MODEL), new StepStarted(EXECUTE),
                new RowsRead(((QueryOutcome.Read) ScriptedQueries.read(COUNT, "count", 3L)).rows()),
                new StepStarted(ANSWER), new AnswerChunk("Alice "), new AnswerChunk("made "),
                new AnswerChunk("3 orders."), completed(events));
        assertThat(completed(events).answer()).isEqualTo("Alice made 3 orders.");
        assertThat(completed(events).verdict())
                .isEqualTo(new Verdict.Answered(COUNT, Origin.MODEL, Optional.of("Count Alice's orders.")));
        assertThat(completed(events).usage()).isEqualTo(new TokenUsage(150, 27));
    }

    @Test
    void everyStepFinishesBeforeTheNextStarts() {
        bench.model.reply(runSql("", COUNT), text("3"));

        var events = bench.ask();

        var brackets = events.stream().filter(e -> e instanceof StepStarted || e instanceof StepFinished).toList();
        for (int i = 0; i < brackets.size(); i += 2) {
            assertThat(((StepFinished) brackets.get(i + 1)).timing().step())
                    .isEqualTo(((StepStarted) brackets.get(i)).step());
        }
        assertThat(completed(events).steps()).extracting("step").containsExactly(RECALL, DRAFT, EXECUTE, ANSWER);
        assertThat(events).filteredOn(AgentEvent::isTerminal).hasSize(1);
    }

    @Test
    void theGrammarAnswersWithoutACallOfTheModel() {
        bench.grammar = Bench.understanding();

        var events = bench.ask(Mode.GRAMMAR_FIRST);

        assertThat(steps(events)).containsExactly(RECALL, INTERPRET, EXECUTE, ANSWER);
        assertThat(of(Thought.class, events)).containsExactly(new Thought("Counted the orders."));
        assertThat(completed(events).answer()).isEqualTo("There are 3 orders.").isEqualTo(chunks(events));
        assertThat(of(AnswerChunk.class, events)).hasSizeGreaterThan(1);
        assertThat(completed(events).usage()).isEqualTo(TokenUsage.NONE);
        assertThat(bench.model.calls()).isEmpty();
    }

    @Test
    void theModelTakesWhatTheGrammarDoesNotUnderstand() {
        bench.model.reply(runSql("", COUNT), text("3"));

        var events = bench.ask(Mode.GRAMMAR_FIRST);

        assertThat(steps(events)).containsExactly(RECALL, INTERPRET, DRAFT, EXECUTE, ANSWER);
        assertThat(completed(events).verdict()).isEqualTo(new Verdict.Answered(COUNT, Origin.MODEL, Optional.empty()));
    }

    @Test
    void theGrammarAloneDeclinesInWords() {
        var events = bench.ask(Mode.GRAMMAR);

        assertThat(steps(events)).containsExactly(RECALL, INTERPRET, ANSWER);
        assertThat(completed(events).verdict()).isEqualTo(new Verdict.Declined());
        assertThat(chunks(events)).isEqualTo("I do not know the word 'frobnicate'.");
        assertThat(bench.model.calls()).isEmpty();
    }

    @Test
    void theGrammarAloneAsksBack() {
        bench.grammar = new ScriptedInterpreter(new Ambiguous("Do you mean a or b?", List.of("a", "b")));

        assertThat(completed(bench.ask(Mode.GRAMMAR)).verdict()).isEqualTo(new Verdict.Clarify(List.of("a", "b")));
    }

    @ParameterizedTest
    @EnumSource(Mode.class)
    void withoutAModelTheGrammarAnswersInEveryMode(Mode mode) {
        bench.settings = ModelSettings.at(" ", null, "");
        bench.grammar = Bench.understanding();

        assertThat(bench.agent().hasModel()).isFalse();
        assertThat(completed(bench.ask(mode)).answer()).isEqualTo("There are 3 orders.");
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

    @ParameterizedTest
    @ValueSource(strings = {"There is no customer Zed Nobody.", "Es gibt keine Kundin dieses Namens."})
    void nothingIsSaidInTheWordsOfTheModel(String words) {
        bench.queries = noRows();
        bench.model.reply(runSql("", COUNT), text(words));

        var events = bench.ask();

        assertThat(completed(events).answer()).isEqualTo(words).isEqualTo(chunks(events));
        assertThat(of(AnswerChunk.class, events)).hasSizeGreaterThan(1);
        assertThat(bench.model.call(2).body()).contains("returned no rows");
    }

    @ParameterizedTest
    @ValueSource(strings = {"Alice made many orders.", "There are no more than 7 orders."})
    void wordsThatMakeSomethingOfNothingAreNotPassedOn(String words) {
        bench.queries = noRows();
        bench.model.reply(runSql("", COUNT), text(words));

        assertThat(completed(bench.ask()).answer()).startsWith("Nothing was found");
    }

    @Test
    void nothingIsSaidWithoutTheModelToo() {
        bench.queries = noRows();
        bench.model.reply(runSql("", COUNT), text().endsEarly());

        assertThat(completed(bench.ask()).answer()).startsWith("Nothing was found");
    }

    @Test
    void numbersThatNothingSupportsAreNamed() {
        bench.model.reply(runSql("", COUNT), text("There are 3 orders, 5 ", "more than in 2019."));

        assertThat(completed(bench.ask()).unsupportedNumbers()).containsExactly("5", "2019");
    }

    @Test
    void theModelMayRefuseInItsOwnWords() {
        bench.model.reply(text("I'm sorry, but I can't ", "help with <b>that</b>."));

        var events = bench.ask();

        assertThat(completed(events).verdict()).isEqualTo(new Verdict.Declined());
        assertThat(completed(events).answer()).isEqualTo("I'm sorry, but I can't help with < b>that< /b>.")
                .isEqualTo(chunks(events));
    }

    @Test
    void activeContentIsShownAsTextHoweverItIsCut() {
        bench.model.reply(runSql("See [this](http://a.example).", COUNT),
                text("See ![x", "]", "(http", ":", "//evil.example", "/?d=3", ") <", "img src", "=x>"));

        var events = bench.ask();

        assertThat(completed(events).answer())
                .isEqualTo("See ![x] (http[://]evil.example/?d=3) < img src=x>").isEqualTo(chunks(events));
        assertThat(of(Thought.class, events)).containsExactly(new Thought("See [this] (http[://]a.example)."));
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
    void theModelMayDecline() {
        bench.model.reply(text("DECLINE: ", "There is nothing ", "about the weather here."));

        var events = bench.ask();

        assertThat(steps(events)).containsExactly(RECALL, DRAFT, ANSWER);
        assertThat(completed(events).verdict()).isEqualTo(new Verdict.Declined());
        assertThat(chunks(events)).isEqualTo("There is nothing about the weather here.")
                .isEqualTo(completed(events).answer());
        assertThat(bench.queries.ran()).isEmpty();
    }

    @Test
    void theModelMayAskBack() {
        bench.model.reply(text("CLARIFY: Which Alice?"));

        var events = bench.ask();

        assertThat(completed(events).verdict()).isEqualTo(new Verdict.Clarify(List.of()));
        assertThat(completed(events).answer()).isEqualTo("Which Alice?");
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

    @Test
    void theDatabaseMayBeUnavailable() {
        bench.queries = new ScriptedQueries(sql -> Mono.error(new AgentUnavailable("The database cannot be reached.")));
        bench.model.reply(runSql("", COUNT));

        var events = bench.ask();

        assertThat(failed(events)).isEqualTo(
                new AgentEvent.Failed(Fault.DATABASE_UNAVAILABLE, "The database cannot be reached."));
        assertThat(events.get(events.size() - 2)).isInstanceOf(StepFinished.class);
    }

    @Test
    void aMistakeOfOursIsAnEventWithoutDetails() {
        bench.grammar = (question, turns, grounding) -> {
            throw new IllegalStateException("secret detail");
        };

        var events = bench.ask(Mode.GRAMMAR);

        assertThat(failed(events).fault()).isEqualTo(Fault.INTERNAL_ERROR);
        assertThat(failed(events).message()).doesNotContain("secret");
        assertThat(events.get(events.size() - 2)).isInstanceOf(StepFinished.class);
    }

    @Test
    void nothingOfOneQuestionIsLeftForTheNext() {
        var agent = bench.agent();
        bench.model.reply(text(), runSql("", COUNT).usage(5, 5), text("3"), runSql("", COUNT).usage(1, 1), text("3"));
        agent.answer(bench.task(Mode.MODEL), bench.allowance).blockLast();

        var second = agent.answer(bench.task(Mode.MODEL), bench.allowance).collectList().block();

        assertThat(completed(second).usage()).isEqualTo(new TokenUsage(1, 1));
        assertThat(bench.model.call(4).body()).doesNotContain("You tried already");
    }

    private static ScriptedQueries noRows() {
        return new ScriptedQueries(
                sql -> Mono.just(new QueryOutcome.Read(sql, new Rows(List.of("count"), List.of(), false))));
    }

    private static ScriptedQueries rejecting(boolean mendable) {
        return new ScriptedQueries(sql -> Mono.just(
                new QueryOutcome.Rejected("42703", "column \"nope\" does not exist", mendable)));
    }
}
