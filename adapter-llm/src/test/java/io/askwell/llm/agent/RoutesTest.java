package io.askwell.llm.agent;

import static io.askwell.domain.agent.Step.ANSWER;
import static io.askwell.domain.agent.Step.DRAFT;
import static io.askwell.domain.agent.Step.EXECUTE;
import static io.askwell.domain.agent.Step.INTERPRET;
import static io.askwell.domain.agent.Step.RECALL;
import static io.askwell.llm.agent.Bench.COUNT;
import static io.askwell.llm.agent.Bench.chunks;
import static io.askwell.llm.agent.Bench.completed;
import static io.askwell.llm.agent.Bench.failed;
import static io.askwell.llm.agent.Bench.of;
import static io.askwell.llm.agent.Bench.steps;
import static io.askwell.testkit.model.ScriptedReply.runSql;
import static io.askwell.testkit.model.ScriptedReply.text;
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
import io.askwell.domain.agent.TokenUsage;
import io.askwell.domain.agent.Verdict;
import io.askwell.testkit.agent.ScriptedInterpreter;
import io.askwell.testkit.agent.ScriptedQueries;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
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
                text("Alice ", "made ", "3 orders.").usage(50, 7).every(Duration.ofMillis(300)));

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
        bench.grammar = ScriptedInterpreter.breaking(new IllegalStateException("secret detail"));

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
}
