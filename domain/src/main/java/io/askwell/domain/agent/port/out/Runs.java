package io.askwell.domain.agent.port.out;

import io.askwell.domain.access.Caller;
import io.askwell.domain.agent.ConversationId;
import io.askwell.domain.agent.EventId;
import io.askwell.domain.agent.Run;
import io.askwell.domain.agent.RunEvent;
import io.askwell.domain.agent.RunId;
import io.askwell.domain.agent.Turn;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * The event log: every run and what happened in it. Several instances share it; each run that goes on is led by one of
 * them, which says so again before its lease ends.
 */
public interface Runs {

    /** Keeps a new run, which the instance leads. */
    Mono<Void> open(Run run, String leader, Duration lease);

    /**
     * Adds events of one attempt of one run, in their order. A terminal one ends the run, unless a later attempt has begun.
     *
     * @param events at least one
     * @param now when they happened
     */
    Mono<Void> append(List<RunEvent> events, Instant now);

    /** The run, or empty. */
    Mono<Run> find(RunId id);

    /** The runs of a caller, the latest first. */
    Flux<Run> latest(String owner, int limit);

    /**
     * The latest turns of a conversation, oldest first: what its owner asked before and was told. A run that goes on, failed
     * or was cancelled is no turn.
     *
     * @param before only runs that were asked for earlier
     */
    Flux<Turn> turns(Caller owner, ConversationId conversation, Instant before, int limit);

    /** What came after that event: the rest of its attempt, or the whole of the latest attempt if that is a later one. */
    Flux<RunEvent> events(RunId id, EventId after);

    /** Asks whoever leads the run to cancel it. */
    Mono<Void> requestCancellation(RunId id);

    /**
     * Renews the leases of an instance.
     *
     * @return those of its runs that somebody wants cancelled
     */
    Flux<RunId> renew(String leader, Duration lease);

    /** Ends the leases of an instance that stops. */
    Mono<Void> release(String leader);

    /** Takes over runs whose lease has ended, each for one instance only; their attempt is a new one. */
    Flux<Run> takeOver(String leader, Duration lease, int limit);
}
