package io.askwell.llm.agent;

import static io.askwell.llm.agent.Bench.COUNT;
import static io.askwell.llm.agent.Bench.chunks;
import static io.askwell.llm.agent.Bench.completed;
import static io.askwell.llm.agent.Bench.of;
import static io.askwell.testkit.model.ScriptedReply.runSql;
import static io.askwell.testkit.model.ScriptedReply.text;
import static org.assertj.core.api.Assertions.assertThat;

import io.askwell.domain.agent.AgentEvent.AnswerChunk;
import io.askwell.domain.agent.AgentEvent.Thought;
import io.askwell.domain.agent.QueryOutcome;
import io.askwell.domain.agent.Rows;
import io.askwell.domain.agent.Verdict;
import io.askwell.testkit.agent.ScriptedQueries;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import reactor.core.publisher.Mono;

/** What is passed on of the words of the model, and what is said in its place. */
class WordingTest {
    private final Bench bench = new Bench();

    @AfterEach
    void close() {
        bench.close();
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

    private static ScriptedQueries noRows() {
        return new ScriptedQueries(
                sql -> Mono.just(new QueryOutcome.Read(sql, new Rows(List.of("count"), List.of(), false))));
    }
}
