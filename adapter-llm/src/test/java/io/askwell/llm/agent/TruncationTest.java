package io.askwell.llm.agent;

import static io.askwell.llm.agent.Bench.COUNT;
import static io.askwell.llm.agent.Bench.chunks;
import static io.askwell.testkit.Patience.PATIENCE;
import static io.askwell.testkit.model.ScriptedReply.runSql;
import static io.askwell.testkit.model.ScriptedReply.text;
import static org.assertj.core.api.Assertions.assertThat;

import io.askwell.domain.agent.AgentEvent;
import io.askwell.domain.agent.AgentEvent.Completed;
import io.askwell.domain.agent.Mode;
import io.askwell.domain.agent.port.out.Agent;
import io.askwell.testkit.model.ScriptedReply;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A stream that is cut, after whichever byte, never passes for a whole one. */
class TruncationTest {
    private static final String WHOLE = "There are 3 orders – « three ».";
    private static final ScriptedReply ANSWER = text("There ", "are 3 ", "orders – ", "« three ».").usage(1, 1);
    private static final ScriptedReply DRAFT = runSql("As asked.", COUNT).usage(1, 1);
    private final Bench bench = new Bench();
    private final Agent agent = bench.agent();

    @AfterEach
    void close() {
        bench.close();
    }

    @ParameterizedTest(name = "reset: {0}")
    @ValueSource(booleans = {false, true})
    void ofTheAnswer(boolean reset) {
        bench.model.replyWhen(call -> call.body().contains("run_sql"), DRAFT);
        int whole = 0;
        for (int bytes = 0; bytes <= ANSWER.streamLength(); bytes += step(reset)) {
            bench.model.reply(ANSWER.cutAfter(bytes, reset));

            var events = ask();

            assertThat(events).as("cut after %d bytes", bytes).filteredOn(AgentEvent::isTerminal).hasSize(1);
            if (events.getLast() instanceof Completed completed) {
                assertThat(completed.answer()).as("cut after %d bytes", bytes).isEqualTo(WHOLE);
                whole++;
            }
            assertThat(WHOLE).as("cut after %d bytes", bytes).startsWith(chunks(events));
        }
        // A reset may take bytes with it that were sent before.
        assertThat(whole).as("whole streams are answers").isGreaterThanOrEqualTo(reset ? 0 : 1);
    }

    @ParameterizedTest(name = "reset: {0}")
    @ValueSource(booleans = {false, true})
    void ofTheDraft(boolean reset) {
        bench.model.replyWhen(call -> !call.body().contains("run_sql"), ANSWER);
        int whole = 0;
        for (int bytes = 0; bytes <= DRAFT.streamLength(); bytes += step(reset)) {
            bench.model.reply(DRAFT.cutAfter(bytes, reset));

            var events = ask();

            assertThat(events).as("cut after %d bytes", bytes).filteredOn(AgentEvent::isTerminal).hasSize(1);
            whole += events.getLast() instanceof Completed ? 1 : 0;
            assertThat(bench.queries.ran()).as("cut after %d bytes", bytes).hasSize(whole)
                    .allSatisfy(sql -> assertThat(sql).isEqualTo(COUNT));
        }
        assertThat(whole).as("whole streams are drafts").isGreaterThanOrEqualTo(reset ? 0 : 1);
    }

    /** The server takes a moment for each reset, so not every byte is tried. */
    private static int step(boolean reset) {
        return reset ? 29 : 1;
    }

    private List<AgentEvent> ask() {
        return agent.answer(bench.task(Mode.MODEL), bench.allowance).collectList().block(PATIENCE);
    }
}
