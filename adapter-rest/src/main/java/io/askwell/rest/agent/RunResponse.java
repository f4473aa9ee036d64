package io.askwell.rest.agent;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.askwell.domain.agent.AgentEvent.Completed;
import io.askwell.domain.agent.AgentEvent.Failed;
import io.askwell.domain.agent.Run;
import io.askwell.domain.agent.RunEvent;
import io.askwell.domain.agent.Transcript;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A run with what came of it.
 *
 * @param answer null unless it is completed
 * @param error null unless it failed or was cancelled
 */
record RunResponse(@JsonUnwrapped RunSummary run, @Nullable AnswerResponse answer, @Nullable ErrorResponse error) {

    /** @param type stable name of the fault */
    record ErrorResponse(String type, String message) {}

    static RunResponse underWay(Run run) {
        return new RunResponse(RunSummary.of(run), null, null);
    }

    /** @param events the whole run */
    static RunResponse ended(Run run, List<RunEvent> events) {
        return switch (events.getLast().event()) {
            case Completed _ -> new RunResponse(RunSummary.of(run),
                    AnswerResponse.of(run.question(), run.conversation(), Transcript.of(events)), null);
            case Failed failed -> new RunResponse(RunSummary.of(run), null,
                    new ErrorResponse(failed.fault().label(), failed.message()));
            default -> underWay(run);
        };
    }
}
