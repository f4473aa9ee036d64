package io.askwell.domain.agent;

import io.askwell.domain.failure.Unavailable;

/** Questions cannot be answered at all right now; the message says why. */
public final class AgentUnavailable extends Unavailable {
    public AgentUnavailable(String reason) {
        super("agent-unavailable", reason);
    }
}
