package io.askwell.domain.agent.port.out;

import io.askwell.domain.access.Caller;
import io.askwell.domain.agent.ConversationId;
import io.askwell.domain.agent.EventBatch;
import io.askwell.domain.agent.EventId;
import io.askwell.domain.agent.Run;
import io.askwell.domain.agent.RunEvent;
import io.askwell.domain.agent.RunId;
import io.askwell.domain.agent.RunPage;
import io.askwell.domain.agent.RunQuery;
import io.askwell.domain.agent.Turn;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
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
     * Adds batches of several runs, each whole or not at all. A batch may hold what is in the log already: that stands there
     * once, whatever batches it came in. A terminal event ends its run, unless a later attempt has begun. What belongs to no
     * run that is in the log is dropped.
     *
     * @param batches of each run at most one
     */
    Mono<Void> append(List<EventBatch> batches);

    /** The run, or empty. */
    Mono<Run> find(RunId id);

    /** A page of a caller's runs. */
    Mono<RunPage> list(String owner, RunQuery query);

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
     * Renews the leases of runs, as far as the instance leads them still.
     *
     * @return those of them that somebody wants cancelled
     */
    Flux<RunId> renew(String leader, Collection<RunId> ids, Duration lease);

    /** Ends the leases of an instance that stops. */
    Mono<Void> release(String leader);

    /** Takes over runs whose lease has ended, each for one instance only; their attempt is a new one. */
    Flux<Run> takeOver(String leader, Duration lease, int limit);

    /**
     * Removes runs that ended before then, and what happened in them. Leaves out those that another instance is removing.
     *
     * @return how many there were, at most {@code limit}
     */
    Mono<Integer> removeEnded(Instant before, int limit);
}
