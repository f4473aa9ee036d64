package io.askwell.domain.agent.port.in;

import io.askwell.domain.access.Caller;
import io.askwell.domain.agent.Ask;
import io.askwell.domain.agent.EventId;
import io.askwell.domain.agent.Run;
import io.askwell.domain.agent.RunEvent;
import io.askwell.domain.agent.RunId;
import io.askwell.domain.agent.RunPage;
import io.askwell.domain.agent.RunQuery;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Runs as things that can be left and found again. Each signals {@link io.askwell.domain.agent.RunNotFound} for a run of another caller. */
public interface ManageRuns {
    /** Begins a run that goes on by itself; signals what {@link AgentQuery#ask} does. The run is kept when this completes. */
    Mono<Run> begin(Ask ask);

    /** The run as it is now. */
    Mono<Run> find(Caller caller, RunId id);

    /** A page of the caller's runs. It may have fewer than its limit though it is not the last. */
    Mono<RunPage> list(Caller caller, RunQuery query);

    /**
     * The run's events after that one, then those that happen, until its last: without a gap and none twice within an
     * attempt. Whoever comes from an earlier attempt gets the whole of the latest.
     */
    Flux<RunEvent> events(Caller caller, RunId id, EventId after);

    /** Cancels the run; one that has ended stays as it ended. */
    Mono<Void> cancel(Caller caller, RunId id);
}
