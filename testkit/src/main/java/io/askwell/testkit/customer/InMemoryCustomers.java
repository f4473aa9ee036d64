package io.askwell.testkit.customer;

import io.askwell.domain.customer.Belonging;
import io.askwell.domain.customer.Customer;
import io.askwell.domain.customer.CustomerHasOrders;
import io.askwell.domain.customer.CustomerId;
import io.askwell.domain.customer.CustomerQuery;
import io.askwell.domain.customer.EmailAlreadyTaken;
import io.askwell.domain.customer.Stored;
import io.askwell.domain.customer.port.out.Customers;
import io.askwell.domain.paging.PageRequest;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import reactor.core.publisher.Flux;

/** Customers of one test. */
final class InMemoryCustomers extends InMemoryTable<CustomerId, Customer, CustomerQuery> implements Customers {
    private Optional<InMemoryOrders> orders = Optional.empty();
    private Optional<InMemoryAddresses> addresses = Optional.empty();

    InMemoryCustomers(Object lock) {
        super(lock, CustomerId::new);
    }

    /** Says what belongs to the customers. */
    void own(InMemoryOrders orders, InMemoryAddresses addresses) {
        this.orders = Optional.of(orders);
        this.addresses = Optional.of(addresses);
    }

    @Override
    int value(CustomerId id) {
        return id.value();
    }

    @Override
    PageRequest<Stored<CustomerId, Customer>> page(CustomerQuery query) {
        return query.page();
    }

    @Override
    Predicate<Stored<CustomerId, Customer>> matching(CustomerQuery query) {
        var filter = query.filter();
        return row -> filter.nameContains().map(part -> lower(row.data().name().value()).contains(lower(part)))
                .orElse(true) && InMemoryAddresses.same(filter.email(), row.data().email().value())
                && hasOrder(filter, row.id()) && hasAddress(filter, row.id());
    }

    private boolean hasOrder(CustomerQuery.Filter filter, CustomerId id) {
        return (filter.orderDate().isAll() && filter.totalAmount().isAll()) || belonging(orders, id).anyMatch(
                order -> filter.orderDate().holds(Optional.ofNullable(order.data().orderDate()))
                        && filter.totalAmount().holds(Optional.ofNullable(order.data().totalAmount())));
    }

    private boolean hasAddress(CustomerQuery.Filter filter, CustomerId id) {
        return (filter.city().isEmpty() && filter.country().isEmpty()) || belonging(addresses, id).anyMatch(
                address -> InMemoryAddresses.same(filter.city(), address.data().city())
                        && InMemoryAddresses.same(filter.country(), address.data().country()));
    }

    private static <I, D extends Belonging> Stream<Stored<I, D>> belonging(
            Optional<? extends InMemoryBelongings<I, D, ?>> table, CustomerId id) {
        return table.stream().flatMap(all -> all.rowsOf(List.of(id)).stream());
    }

    @Override
    void check(int row, Customer customer) {
        if (rows().stream().anyMatch(other -> other.id().value() != row
                && other.data().email().isSameAs(customer.email()))) {
            throw new EmailAlreadyTaken();
        }
    }

    @Override
    void changed(List<Customer> customer) {
        // Nothing belongs to a customer that would have to know.
    }

    @Override
    Stored<CustomerId, Customer> delete(Stored<CustomerId, Customer> customer) {
        if (belonging(orders, customer.id()).findAny().isPresent()) {
            throw new CustomerHasOrders();
        }
        addresses.ifPresent(all -> all.rowsOf(List.of(customer.id())).forEach(all::delete));
        return super.delete(customer);
    }

    @Override
    public Flux<Integer> addAll(List<Customer> customers) {
        return each(() -> IntStream.range(0, customers.size()).filter(index -> !added(customers.get(index))).boxed()
                .toList());
    }

    private boolean added(Customer customer) {
        try {
            insert(customer);
            return true;
        } catch (EmailAlreadyTaken taken) {
            return false;
        }
    }

    private static String lower(String text) {
        return text.toLowerCase(Locale.ROOT);
    }
}
