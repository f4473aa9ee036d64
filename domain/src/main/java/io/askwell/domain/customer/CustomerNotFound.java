package io.askwell.domain.customer;

import io.askwell.domain.failure.NotFound;

/** No customer has the id that was asked for. */
public final class CustomerNotFound extends NotFound {
    public CustomerNotFound(CustomerId id) {
        this(String.valueOf(id.value()));
    }

    /** @param id also one that is too large for any customer to have */
    public CustomerNotFound(String id) {
        super("customer-not-found", "There is no customer with id %s.".formatted(id));
    }
}
