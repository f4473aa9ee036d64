package io.askwell.domain.agent;

import io.askwell.domain.agent.AgentEvent.Completed;
import io.askwell.domain.agent.AgentEvent.Failed;
import java.util.Locale;

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

    /** The name on the wire. */
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }
}
