package io.askwell.testkit.customer;

import io.askwell.domain.customer.Customer;
import io.askwell.domain.customer.CustomerId;
import io.askwell.domain.customer.CustomerName;
import io.askwell.domain.customer.Email;
import io.askwell.domain.customer.EmailAlreadyTaken;
import io.askwell.domain.customer.NewCustomer;
import io.askwell.domain.customer.port.out.Customers;
import java.util.Optional;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.atomic.AtomicInteger;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Customers of one test, beginning with the sample rows. */
public final class InMemoryCustomers implements Customers {
    private final ConcurrentSkipListMap<Integer, Customer> stored = new ConcurrentSkipListMap<>();
    private final AtomicInteger lastId = new AtomicInteger();

    public InMemoryCustomers() {
        store(new CustomerId(1), new CustomerName("Alice Wonderland"), new Email("alice@example.com"));
        store(new CustomerId(2), new CustomerName("Bob Builder"), new Email("bob@example.com"));
        store(new CustomerId(3), new CustomerName("Charlie Test"), new Email("charlie@test.com"));
        lastId.set(stored.size());
    }

    @Override
    public Flux<Customer> list(Optional<CustomerId> after, int limit) {
        return Flux.fromIterable(stored.tailMap(after.map(CustomerId::value).orElse(0), false).values()).take(limit);
    }

    @Override
    public Mono<Customer> find(CustomerId id) {
        return Mono.justOrEmpty(stored.get(id.value()));
    }

    @Override
    public Mono<Customer> add(NewCustomer customer) {
        return Mono.fromSupplier(() -> addNow(customer));
    }

    private synchronized Customer addNow(NewCustomer customer) {
        if (stored.values().stream().anyMatch(other -> other.email().isSameAs(customer.email()))) {
            throw new EmailAlreadyTaken();
        }
        return store(new CustomerId(lastId.incrementAndGet()), customer.name(), customer.email());
    }

    private Customer store(CustomerId id, CustomerName name, Email email) {
        var customer = new Customer(id, name, email);
        stored.put(id.value(), customer);
        return customer;
    }
}
