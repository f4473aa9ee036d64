package io.askwell.testkit.customer;

import io.askwell.domain.customer.Address;
import io.askwell.domain.customer.AddressId;
import io.askwell.domain.customer.AddressQuery;
import io.askwell.domain.customer.Stored;
import io.askwell.domain.customer.port.out.Addresses;
import io.askwell.domain.paging.PageRequest;
import java.util.Optional;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Addresses of one test. */
final class InMemoryAddresses extends InMemoryBelongings<AddressId, Address, AddressQuery> implements Addresses {
    InMemoryAddresses(Object lock, InMemoryCustomers customers) {
        super(lock, AddressId::new, customers);
    }

    @Override
    int value(AddressId id) {
        return id.value();
    }

    @Override
    PageRequest<Stored<AddressId, Address>> page(AddressQuery query) {
        return query.page();
    }

    @Override
    Predicate<Stored<AddressId, Address>> matching(AddressQuery query) {
        var filter = query.filter();
        return row -> filter.customer().map(row.data().customerId()::equals).orElse(true)
                && same(filter.type(), row.data().type()) && same(filter.city(), row.data().city())
                && same(filter.country(), row.data().country());
    }

    static boolean same(Optional<String> wanted, @Nullable String found) {
        return wanted.map(text -> text.equalsIgnoreCase(found)).orElse(true);
    }
}
