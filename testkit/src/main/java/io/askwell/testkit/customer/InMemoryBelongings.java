package io.askwell.testkit.customer;

import io.askwell.domain.customer.Belonging;
import io.askwell.domain.customer.CustomerId;
import io.askwell.domain.customer.CustomerNotFound;
import io.askwell.domain.customer.Stored;
import io.askwell.domain.customer.port.out.Belongings;
import java.util.Collection;
import java.util.List;
import java.util.function.IntFunction;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Rows that belong to customers. */
abstract class InMemoryBelongings<I, D extends Belonging, Q> extends InMemoryTable<I, D, Q>
        implements
            Belongings<I, D, Q> {
    private final InMemoryCustomers customers;

    InMemoryBelongings(Object lock, IntFunction<I> id, InMemoryCustomers customers) {
        super(lock, id);
        this.customers = customers;
    }

    @Override
    void check(int row, D data) {
        if (customers.rows().stream().noneMatch(customer -> customer.id().equals(data.customerId()))) {
            throw new CustomerNotFound(data.customerId());
        }
    }

    @Override
    void changed(List<D> data) {
        data.stream().map(Belonging::customerId).distinct().forEach(customers::touch);
    }

    @Override
    public Flux<Stored<I, D>> of(Collection<CustomerId> owners) {
        return each(() -> rowsOf(owners));
    }

    @Override
    public Mono<Void> removeOf(CustomerId customer) {
        return each(() -> rowsOf(List.of(customer))).doOnNext(this::delete).then();
    }

    List<Stored<I, D>> rowsOf(Collection<CustomerId> owners) {
        return rows().stream().filter(row -> owners.contains(row.data().customerId())).toList();
    }
}
