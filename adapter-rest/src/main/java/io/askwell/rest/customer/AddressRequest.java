package io.askwell.rest.customer;

import io.askwell.domain.customer.Address;
import org.jspecify.annotations.Nullable;

/** An address as a client sends it; nothing in it is checked yet. */
record AddressRequest(@Nullable Integer customerId, @Nullable String type, @Nullable String street,
        @Nullable String city, @Nullable String zip, @Nullable String country) implements BelongingRequest<Address> {

    @Override
    public Address parse(@Nullable Integer customer) {
        return Address.parse(customer, type, street, city, zip, country);
    }
}
