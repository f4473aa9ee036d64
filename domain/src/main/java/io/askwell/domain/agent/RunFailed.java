package io.askwell.domain.agent;

import io.askwell.domain.failure.Unavailable;

/** A run ended with a {@link AgentEvent.Failed}: what a caller that waits for the answer gets. */
public final class RunFailed extends Unavailable {
    public RunFailed(AgentEvent.Failed failed) {
        super(failed.fault().label(), failed.message());
    }
}
