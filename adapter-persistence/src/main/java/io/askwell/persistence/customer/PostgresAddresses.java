package io.askwell.persistence.customer;

import io.askwell.domain.customer.Address;
import io.askwell.domain.customer.AddressId;
import io.askwell.domain.customer.AddressQuery;
import io.askwell.domain.customer.CustomerId;
import io.askwell.domain.customer.port.out.Addresses;
import io.askwell.persistence.Columns;
import io.askwell.persistence.Database;
import io.r2dbc.spi.Readable;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Addresses in table {@code address}. */
final class PostgresAddresses extends PostgresBelongings<AddressId, Address, AddressQuery> implements Addresses {
    private static final SortKey CITY = new SortKey("coalesce(lower({}), '')", "city", String.class);
    private static final SortKey COUNTRY = new SortKey("coalesce(lower({}), '')", "country", String.class);
    private static final Map<String, SortKey> SORT_KEYS = Map.of(AddressQuery.ID.name(), SortKey.ID,
            AddressQuery.CITY.name(), CITY, AddressQuery.COUNTRY.name(), COUNTRY);

    PostgresAddresses(Database database) {
        super(database, "public.address", List.of("customer_id", "type", "street", "city", "zip", "country"));
    }

    static Selection in(Selection addresses, Optional<String> city, Optional<String> country) {
        return addresses.whereIf(city, CITY.ofColumn() + " = lower(?)")
                .whereIf(country, COUNTRY.ofColumn() + " = lower(?)");
    }

    @Override
    AddressId id(int value) {
        return new AddressId(value);
    }

    @Override
    int value(AddressId id) {
        return id.value();
    }

    @Override
    Address data(Readable row, int first) {
        return new Address(new CustomerId(Columns.integer(row, first)), text(row, first + 1), text(row, first + 2),
                text(row, first + 3), text(row, first + 4), text(row, first + 5));
    }

    private static @Nullable String text(Readable row, int index) {
        return row.get(index, String.class);
    }

    @Override
    Object[] values(Address address) {
        return new Object[]{address.customerId().value(), value(address.type()), value(address.street()),
                value(address.city()), value(address.zip()), value(address.country())};
    }

    private static Object value(@Nullable String text) {
        return Columns.nullable(String.class, text);
    }

    @Override
    Selection selection(AddressQuery query) {
        var filter = query.filter();
        return in(new Selection().whereIf(filter.customer().map(CustomerId::value), "customer_id = ?")
                .whereIf(filter.type(), "lower(type) = lower(?)"), filter.city(), filter.country())
                .page(query.page(), SORT_KEYS);
    }
}
