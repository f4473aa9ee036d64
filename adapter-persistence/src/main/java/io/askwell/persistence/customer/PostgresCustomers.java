package io.askwell.persistence.customer;

import io.askwell.domain.customer.Customer;
import io.askwell.domain.customer.CustomerHasOrders;
import io.askwell.domain.customer.CustomerId;
import io.askwell.domain.customer.CustomerName;
import io.askwell.domain.customer.CustomerQuery;
import io.askwell.domain.customer.Email;
import io.askwell.domain.customer.EmailAlreadyTaken;
import io.askwell.domain.customer.port.out.Customers;
import io.askwell.domain.failure.Failure;
import io.askwell.persistence.Columns;
import io.askwell.persistence.Database;
import io.askwell.persistence.LikePattern;
import io.r2dbc.spi.Readable;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import reactor.core.publisher.Flux;

/** Customers in table {@code customer}. */
final class PostgresCustomers extends PostgresTable<CustomerId, Customer, CustomerQuery> implements Customers {
    private static final String LOCK = "SELECT %s FROM public.customer AS t WHERE t.id = $1 FOR UPDATE";
    private static final Map<String, SortKey> SORT_KEYS = Map.of(CustomerQuery.ID.name(), SortKey.ID,
            CustomerQuery.NAME.name(), new SortKey("lower({})", "name", String.class),
            CustomerQuery.EMAIL.name(), new SortKey("lower({})", "email", String.class));

    PostgresCustomers(Database database) {
        super(database, "public.customer", List.of("name", "email"), LOCK);
    }

    @Override
    CustomerId id(int value) {
        return new CustomerId(value);
    }

    @Override
    int value(CustomerId id) {
        return id.value();
    }

    /** Takes names and addresses as they are: rows that others wrote must not make the API fail. */
    @Override
    Customer data(Readable row, int first) {
        return new Customer(new CustomerName(Columns.text(row, first)), new Email(Columns.text(row, first + 1)));
    }

    @Override
    Object[] values(Customer customer) {
        return new Object[]{customer.name().value(), customer.email().value()};
    }

    @Override
    Selection selection(CustomerQuery query) {
        var filter = query.filter();
        return new Selection()
                .whereIf(filter.nameContains().map(LikePattern::containing), "lower(name) LIKE lower(?)")
                .whereIf(filter.email(), "lower(email) = lower(?)")
                .whereExists("public.address",
                        address -> PostgresAddresses.in(address, filter.city(), filter.country()))
                .whereExists("public.orders",
                        order -> PostgresOrders.within(order, filter.orderDate(), filter.totalAmount()))
                .page(query.page(), SORT_KEYS);
    }

    @Override
    Optional<Failure> meaning(String sqlState, Customer customer) {
        return switch (sqlState) {
            case UNIQUE_VIOLATION -> Optional.of(new EmailAlreadyTaken());
            case FOREIGN_KEY_VIOLATION -> Optional.of(new CustomerHasOrders());
            default -> Optional.empty();
        };
    }

    @Override
    public Flux<Integer> addAll(List<Customer> customers) {
        if (customers.isEmpty()) {
            return Flux.empty();
        }
        String[] names = customers.stream().map(customer -> customer.name().value()).toArray(String[]::new);
        String[] emails = customers.stream().map(customer -> customer.email().value()).toArray(String[]::new);
        return database()
                .query("""
                    INSERT INTO public.customer (name, email)
                    SELECT name, email FROM unnest($1::text[], $2::text[]) WITH ORDINALITY AS line (name, email, place) ORDER BY place
                    ON CONFLICT (lower(email)) DO NOTHING
                    RETURNING email""",
                        row -> Columns.text(row, 0), names, emails)
                .collect(Collectors.toSet())
                .flatMapIterable(added -> leftOut(emails, added));
    }

    /** Of several with the very same address, the first was added. */
    private static List<Integer> leftOut(String[] emails, Set<String> added) {
        return added.size() == emails.length
                ? List.of()
                : IntStream.range(0, emails.length).filter(i -> !added.remove(emails[i])).boxed().toList();
    }
}
