package io.askwell.domain.customer.port.out;

import io.askwell.domain.customer.Precondition;
import io.askwell.domain.customer.Stored;
import java.util.function.UnaryOperator;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Stored things of one kind, each with an id and a version.
 *
 * @param <I> names one of them
 * @param <D> what is stored of it
 * @param <Q> which of them to list
 */
public interface Store<I, D, Q> {

    /** What the query asks for, in its order, up to {@code limit} of them. */
    Flux<Stored<I, D>> list(Q query, int limit);

    /** The one with this id, or empty. */
    Mono<Stored<I, D>> find(I id);

    /** Stores it under a new id, at its first version. */
    Mono<Stored<I, D>> add(D data);

    /**
     * Changes it while nobody else can; what stays as it is keeps its version. Empty if there is none.
     *
     * @param precondition signals {@link io.askwell.domain.customer.Outdated} if the version is another
     */
    Mono<Stored<I, D>> update(I id, Precondition precondition, UnaryOperator<D> change);

    /**
     * Removes it and gives what was there; empty if there is none.
     *
     * @param precondition as in {@link #update}
     */
    Mono<Stored<I, D>> remove(I id, Precondition precondition);
}
