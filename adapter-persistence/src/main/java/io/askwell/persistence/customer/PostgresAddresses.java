package io.askwell.persistence.customer;

import io.askwell.domain.customer.Address;
import io.askwell.domain.customer.CustomerId;
import io.askwell.domain.customer.port.out.Addresses;
import io.askwell.persistence.Columns;
import io.askwell.persistence.Database;
import io.r2dbc.spi.Readable;
import java.util.Map;
import reactor.core.publisher.Flux;

/** Addresses in table {@code address}. */
final class PostgresAddresses implements Addresses {
    private final Database database;

    PostgresAddresses(Database database) {
        this.database = database;
    }

    @Override
    public Flux<Address> of(CustomerId customer) {
        return database.query("""
            SELECT id, customer_id, type, street, city, zip, country
            FROM public.address WHERE customer_id = :customer ORDER BY id""",
                Map.of("customer", customer.value()), PostgresAddresses::address);
    }

    private static Address address(Readable row) {
        return new Address(Columns.integer(row, "id"), new CustomerId(Columns.integer(row, "customer_id")),
                row.get("type", String.class), row.get("street", String.class), row.get("city", String.class),
                row.get("zip", String.class), row.get("country", String.class));
    }
}
