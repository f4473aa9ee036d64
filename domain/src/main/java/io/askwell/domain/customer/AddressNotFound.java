package io.askwell.domain.customer;

import io.askwell.domain.failure.NotFound;

/** No address has the id that was asked for. */
public final class AddressNotFound extends NotFound {
    public AddressNotFound(AddressId id) {
        this(String.valueOf(id.value()));
    }

    /** @param id also one that is too large for any address to have */
    public AddressNotFound(String id) {
        super("address-not-found", "There is no address with id %s.".formatted(id));
    }
}
