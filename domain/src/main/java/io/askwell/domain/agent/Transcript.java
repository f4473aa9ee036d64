package io.askwell.domain.agent;

import io.askwell.domain.agent.AgentEvent.Completed;
import io.askwell.domain.agent.AgentEvent.Failed;
import io.askwell.domain.agent.AgentEvent.RowsRead;
import java.util.List;
import java.util.Optional;

/**
 * What a run that ended well amounted to: for callers that wait instead of watching.
 *
 * @param rows what the last query returned, where one ran
 */
public record Transcript(RunId runId, Completed completed, Optional<Rows> rows) {

    /**
     * @param events a whole run
     * @throws RunFailed if the run ended with {@link Failed}
     * @throws IllegalStateException if it broke by a mistake of ours
     */
    public static Transcript of(List<RunEvent> events) {
        RunEvent last = events.getLast();
        var rows = events.reversed().stream().map(RunEvent::event)
                .filter(RowsRead.class::isInstance).map(event -> ((RowsRead) event).rows()).findFirst();
        return switch (last.event()) {
            case Completed completed -> new Transcript(last.runId(), completed, rows);
            case Failed failed when failed.fault() == Fault.INTERNAL_ERROR ->
                throw new IllegalStateException("the run %s broke".formatted(last.runId()));
            case Failed failed -> throw new RunFailed(failed);
            default ->
                throw new IllegalStateException("the run %s ended with %s".formatted(last.runId(), last.event()));
        };
    }
}
