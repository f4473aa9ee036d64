package io.askwell.domain.agent;

import io.askwell.domain.failure.NotFound;

/** There is no such run, or it is somebody else's. */
public final class RunNotFound extends NotFound {
    public RunNotFound(RunId id) {
        super("run-not-found", "There is no run %s.".formatted(id.value()));
    }
}
