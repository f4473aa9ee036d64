package io.askwell.domain.customer.port.in;

import io.askwell.domain.customer.Belonging;
import io.askwell.domain.customer.CustomerId;
import io.askwell.domain.customer.Precondition;
import io.askwell.domain.customer.RequestKey;
import io.askwell.domain.customer.Stored;
import io.askwell.domain.paging.Page;
import java.util.Optional;
import java.util.function.UnaryOperator;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * What clients can do with things that belong to customers. What is not there is signalled as the feature's
 * {@link io.askwell.domain.failure.NotFound}.
 */
public interface ManageBelongings<I, D extends Belonging, Q> {

    /** A page of them; its cost does not grow with its depth. */
    Mono<Page<Stored<I, D>>> list(Q query);

    /** A page of those of a customer; signals {@link io.askwell.domain.customer.CustomerNotFound}. */
    Mono<Page<Stored<I, D>>> listOf(CustomerId customer, Q query);

    /** All of them, read as fast as they are taken. */
    Flux<Stored<I, D>> stream(Q query);

    /** All of those of a customer; signals {@link io.askwell.domain.customer.CustomerNotFound}. */
    Flux<Stored<I, D>> streamOf(CustomerId customer, Q query);

    Mono<Stored<I, D>> find(I id);

    /**
     * Signals {@link io.askwell.domain.customer.CustomerNotFound}.
     *
     * @param key if given, repeating the request creates nothing more and gives what the first one gave
     */
    Mono<Stored<I, D>> create(D data, Optional<RequestKey> key);

    /** Changes it while nobody else can; signals {@link io.askwell.domain.customer.Outdated}. */
    Mono<Stored<I, D>> change(I id, Precondition precondition, UnaryOperator<D> change);

    /** Signals {@link io.askwell.domain.customer.Outdated}. */
    Mono<Void> delete(I id, Precondition precondition);
}
