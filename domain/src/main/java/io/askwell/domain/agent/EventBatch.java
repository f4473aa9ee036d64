package io.askwell.domain.agent;

import java.time.Instant;
import java.util.List;

/**
 * Events of one attempt of a run that follow each other without a gap: what the log takes at once.
 *
 * @param events at least one
 * @param at when the last of them happened
 */
public record EventBatch(List<RunEvent> events, Instant at) {
    public EventBatch {
        events = List.copyOf(events);
        RunEvent first = events.getFirst();
        for (int i = 1; i < events.size(); i++) {
            RunEvent event = events.get(i);
            if (!event.runId().equals(first.runId())
                    || !event.id().equals(new EventId(first.id().attempt(), first.id().sequence() + i))) {
                throw new IllegalArgumentException("%s of run %s does not follow %s of run %s in its place".formatted(
                        event.id(), event.runId().value(), first.id(), first.runId().value()));
            }
        }
    }

    public RunId runId() {
        return events.getFirst().runId();
    }

    public EventId first() {
        return events.getFirst().id();
    }

    public EventId last() {
        return events.getLast().id();
    }

    /** What the run is once these have happened. */
    public RunState state() {
        return RunState.after(events.getLast().event());
    }
}
