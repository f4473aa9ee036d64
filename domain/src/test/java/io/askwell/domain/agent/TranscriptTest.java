package io.askwell.domain.agent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.askwell.domain.agent.AgentEvent.AnswerChunk;
import io.askwell.domain.agent.AgentEvent.Completed;
import io.askwell.domain.agent.AgentEvent.Failed;
import io.askwell.domain.agent.AgentEvent.RowsRead;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class TranscriptTest {
    private static final RunId RUN = new RunId("run");
    private static final Rows FIRST = new Rows(List.of("n"), List.of(List.of(1L)), false);
    private static final Rows SECOND = new Rows(List.of("n"), List.of(List.of(2L)), false);
    private static final Completed END = new Completed(new Verdict.Declined(), "No.", TokenUsage.NONE, List.of());

    @Test
    void holdsTheEndAndTheLastRows() {
        Transcript transcript = Transcript.of(run(new RowsRead(FIRST), new RowsRead(SECOND), END));

        assertThat(transcript.completed()).isEqualTo(END);
        assertThat(transcript.rows()).contains(SECOND);
    }

    @Test
    void hasNoRowsWhereNoQueryRan() {
        assertThat(Transcript.of(run(END)).rows()).isEmpty();
    }

    @Test
    void aFailedRunIsAFailure() {
        assertThatThrownBy(() -> Transcript.of(run(new Failed(Fault.MODEL_UNAVAILABLE, "The model sleeps."))))
                .isInstanceOfSatisfying(RunFailed.class, failed -> {
                    assertThat(failed.kind()).isEqualTo("model-unavailable");
                    assertThat(failed.reason()).isEqualTo("The model sleeps.");
                });
    }

    @Test
    void aRunWithoutAnEndIsAMistakeOfOurs() {
        assertThatThrownBy(() -> Transcript.of(run(new AnswerChunk("half")))).isInstanceOf(IllegalStateException.class);
    }

    private static List<RunEvent> run(AgentEvent... events) {
        var run = new ArrayList<RunEvent>();
        for (AgentEvent event : events) {
            run.add(new RunEvent(RUN, new EventId(1, run.size() + 1L), event));
        }
        return run;
    }
}
