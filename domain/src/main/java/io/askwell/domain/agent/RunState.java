package io.askwell.domain.agent;

import io.askwell.domain.agent.AgentEvent.Completed;
import io.askwell.domain.agent.AgentEvent.Failed;
import io.askwell.domain.failure.Invalid;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;

/** Whether a run goes on, or how it ended. */
public enum RunState {
    RUNNING, COMPLETED, FAILED, CANCELLED;

    /** The state after the event. */
    public static RunState after(AgentEvent event) {
        return switch (event) {
            case Completed _ -> COMPLETED;
            case Failed failed -> failed.fault() == Fault.CANCELLED ? CANCELLED : FAILED;
            default -> RUNNING;
        };
    }

    /** @throws Invalid for the field, if it is no state's name on the wire */
    public static RunState parse(String field, String raw) {
        return Arrays.stream(values()).filter(state -> state.label().equals(raw)).findFirst()
                .orElseThrow(() -> new Invalid(field, "must be one of "
                        + Arrays.stream(values()).map(RunState::label).collect(Collectors.joining(", "))));
    }

    /** The name on the wire. */
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }
}
