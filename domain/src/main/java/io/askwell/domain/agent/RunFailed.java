package io.askwell.domain.agent;

import io.askwell.domain.failure.Unavailable;

/** A run ended with a {@link AgentEvent.Failed}: what a caller that waits for the answer gets. */
public final class RunFailed extends Unavailable {
    private final Fault fault;

    public RunFailed(AgentEvent.Failed failed) {
        super(failed.fault().label(), failed.message());
        this.fault = failed.fault();
    }

    public Fault fault() {
        return fault;
    }
}
