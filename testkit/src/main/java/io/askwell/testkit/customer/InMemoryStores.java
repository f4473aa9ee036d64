package io.askwell.testkit.customer;

import io.askwell.domain.customer.Address;
import io.askwell.domain.customer.Customer;
import io.askwell.domain.customer.Order;
import io.askwell.domain.customer.RequestKey;
import io.askwell.domain.customer.RequestKeyReused;
import io.askwell.domain.customer.port.out.Addresses;
import io.askwell.domain.customer.port.out.Creations;
import io.askwell.domain.customer.port.out.Customers;
import io.askwell.domain.customer.port.out.Orders;
import io.askwell.domain.customer.port.out.UnitOfWork;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import reactor.core.publisher.Mono;

/** The stores of the customer feature for one test, beginning with the sample rows. */
final class InMemoryStores implements UnitOfWork, Creations {
    private final Object lock = new Object();
    private final InMemoryCustomers customers = new InMemoryCustomers(lock);
    private final InMemoryOrders orders = new InMemoryOrders(lock, customers);
    private final InMemoryAddresses addresses = new InMemoryAddresses(lock, customers);
    private final Map<String, Creation> creations = new HashMap<>();

    private record Creation(String fingerprint, int id) {}

    InMemoryStores() {
        customers.own(orders, addresses);
        Stream.of(Customer.parse("Alice Wonderland", "alice@example.com"),
                Customer.parse("Bob Builder", "bob@example.com"), Customer.parse("Charlie Test", "charlie@test.com"))
                .forEach(customers::insert);
        Stream.of(Order.parse(1, "2024-05-01", new BigDecimal("150.00")),
                Order.parse(1, "2024-06-15", new BigDecimal("250.00")),
                Order.parse(2, "2024-07-20", new BigDecimal("99.99"))).forEach(orders::insert);
        Stream.of(Address.parse(1, "billing", "123 Apple St", "Wonderland", "10001", "Fantasy"),
                Address.parse(1, "shipping", "123 Apple St", "Wonderland", "10001", "Fantasy"),
                Address.parse(2, "billing", "500 Construction Ave", "Buildtown", "20002", "USA"),
                Address.parse(3, "billing", "42 Test Lane", "Testville", "30003", "USA"),
                Address.parse(3, "shipping", "43 Test Lane", "Testville", "30003", "USA"))
                .forEach(addresses::insert);
    }

    Customers customers() {
        return customers;
    }

    Orders orders() {
        return orders;
    }

    Addresses addresses() {
        return addresses;
    }

    @Override
    public <T> Mono<T> run(Mono<T> work) {
        return Mono.defer(() -> {
            List<Runnable> undo = List.of(customers.snapshot(), orders.snapshot(), addresses.snapshot());
            return work.doOnError(error -> undo.forEach(Runnable::run));
        });
    }

    @Override
    public Mono<Integer> once(RequestKey key, Mono<Integer> creation) {
        return Mono.defer(() -> {
            String name = key.caller().name() + " " + key.key();
            Creation known = creations.get(name);
            if (known != null) {
                return known.fingerprint().equals(key.fingerprint())
                        ? Mono.just(known.id())
                        : Mono.error(new RequestKeyReused());
            }
            return run(creation.doOnNext(id -> creations.put(name, new Creation(key.fingerprint(), id))));
        });
    }
}
