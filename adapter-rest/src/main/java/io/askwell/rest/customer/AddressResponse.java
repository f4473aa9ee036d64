package io.askwell.rest.customer;

import org.jspecify.annotations.Nullable;

/** An address as a client gets it. */
record AddressResponse(int id, int customerId, @Nullable String type, @Nullable String street, @Nullable String city,
        @Nullable String zip, @Nullable String country) {}
