package io.askwell.persistence.customer;

import io.askwell.domain.customer.Customer;
import io.askwell.domain.customer.CustomerId;
import io.askwell.domain.customer.CustomerName;
import io.askwell.domain.customer.Email;
import io.askwell.domain.customer.EmailAlreadyTaken;
import io.askwell.domain.customer.NewCustomer;
import io.askwell.domain.customer.port.out.Customers;
import io.askwell.persistence.Columns;
import io.askwell.persistence.Database;
import io.r2dbc.spi.Readable;
import java.util.Map;
import java.util.Optional;
import org.springframework.dao.DuplicateKeyException;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Customers in table {@code customer}. */
final class PostgresCustomers implements Customers {
    private final Database database;

    PostgresCustomers(Database database) {
        this.database = database;
    }

    @Override
    public Flux<Customer> list(Optional<CustomerId> after, int limit) {
        return database.query("SELECT id, name, email FROM public.customer WHERE id > :after ORDER BY id LIMIT :limit",
                Map.of("after", after.map(CustomerId::value).orElse(0), "limit", limit), PostgresCustomers::customer);
    }

    @Override
    public Mono<Customer> find(CustomerId id) {
        return database.query("SELECT id, name, email FROM public.customer WHERE id = :id", Map.of("id", id.value()),
                PostgresCustomers::customer).singleOrEmpty();
    }

    @Override
    public Mono<Customer> add(NewCustomer customer) {
        return database.query(
                "INSERT INTO public.customer (name, email) VALUES (:name, :email) RETURNING id, name, email",
                Map.of("name", customer.name().value(), "email", customer.email().value()),
                PostgresCustomers::customer).single()
                .onErrorMap(DuplicateKeyException.class, taken -> new EmailAlreadyTaken());
    }

    /** Takes names and addresses as they are: rows that others wrote must not make the API fail. */
    private static Customer customer(Readable row) {
        return new Customer(new CustomerId(Columns.integer(row, "id")), new CustomerName(Columns.text(row, "name")),
                new Email(Columns.text(row, "email")));
    }
}
