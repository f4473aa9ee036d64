package io.askwell.application.customer;

import io.askwell.domain.customer.Belonging;
import io.askwell.domain.customer.BelongingQuery;
import io.askwell.domain.customer.CustomerId;
import io.askwell.domain.customer.CustomerNotFound;
import io.askwell.domain.customer.Precondition;
import io.askwell.domain.customer.RequestKey;
import io.askwell.domain.customer.Stored;
import io.askwell.domain.customer.port.in.ManageBelongings;
import io.askwell.domain.customer.port.out.Belongings;
import io.askwell.domain.customer.port.out.Creations;
import io.askwell.domain.customer.port.out.Customers;
import io.askwell.domain.failure.NotFound;
import io.askwell.domain.paging.Page;
import java.util.Optional;
import java.util.function.UnaryOperator;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** What orders and addresses have in common. */
abstract class BelongingService<I, D extends Belonging, Q extends BelongingQuery<I, D, Q>>
        implements
            ManageBelongings<I, D, Q> {
    private final Belongings<I, D, Q> stored;
    private final Customers customers;
    private final Creations creations;

    BelongingService(Belongings<I, D, Q> stored, Customers customers, Creations creations) {
        this.stored = stored;
        this.customers = customers;
        this.creations = creations;
    }

    abstract I id(int value);

    abstract int value(I id);

    abstract NotFound notFound(I id);

    @Override
    public final Mono<Page<Stored<I, D>>> list(Q query) {
        return Paging.page(stored, query, query.page());
    }

    /** What belongs to a customer proves that there is one, so that only an empty page asks for it. */
    @Override
    public final Mono<Page<Stored<I, D>>> listOf(CustomerId customer, Q query) {
        return list(query.of(customer)).flatMap(page -> page.items().isEmpty()
                ? customers.find(customer).switchIfEmpty(Mono.error(() -> new CustomerNotFound(customer)))
                        .thenReturn(page)
                : Mono.just(page));
    }

    @Override
    public final Flux<Stored<I, D>> stream(Q query) {
        return Paging.stream(query.page(), request -> list(query.with(request)));
    }

    @Override
    public final Flux<Stored<I, D>> streamOf(CustomerId customer, Q query) {
        return Paging.stream(query.page(), request -> listOf(customer, query.with(request)));
    }

    @Override
    public final Mono<Stored<I, D>> find(I id) {
        return stored.find(id).switchIfEmpty(absent(id));
    }

    @Override
    public final Mono<Stored<I, D>> create(D data, Optional<RequestKey> key) {
        return key.map(given -> creations.once(given, stored.add(data).map(added -> value(added.id())))
                .map(id -> Stored.first(id(id), data))).orElseGet(() -> stored.add(data));
    }

    @Override
    public final Mono<Stored<I, D>> change(I id, Precondition precondition, UnaryOperator<D> change) {
        return stored.update(id, precondition, change).switchIfEmpty(absent(id));
    }

    @Override
    public final Mono<Void> delete(I id, Precondition precondition) {
        return stored.remove(id, precondition).switchIfEmpty(absent(id)).then();
    }

    private <T> Mono<T> absent(I id) {
        return Mono.error(() -> notFound(id));
    }
}
