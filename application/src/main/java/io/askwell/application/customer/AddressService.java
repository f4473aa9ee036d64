package io.askwell.application.customer;

import io.askwell.domain.customer.Address;
import io.askwell.domain.customer.AddressId;
import io.askwell.domain.customer.AddressNotFound;
import io.askwell.domain.customer.AddressQuery;
import io.askwell.domain.customer.port.in.ManageAddresses;
import io.askwell.domain.customer.port.out.Addresses;
import io.askwell.domain.customer.port.out.Creations;
import io.askwell.domain.customer.port.out.Customers;
import io.askwell.domain.failure.NotFound;

/** Addresses of customers. */
public final class AddressService extends BelongingService<AddressId, Address, AddressQuery>
        implements
            ManageAddresses {
    public AddressService(Addresses addresses, Customers customers, Creations creations) {
        super(addresses, customers, creations);
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
    NotFound notFound(AddressId id) {
        return new AddressNotFound(id);
    }
}
