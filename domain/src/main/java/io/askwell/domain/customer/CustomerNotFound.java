package io.askwell.domain.customer;

import io.askwell.domain.failure.NotFound;

/** No customer has the id that was asked for. */
public final class CustomerNotFound extends NotFound {
    public CustomerNotFound(String id) {
        super("customer-not-found", "There is no customer with id %s.".formatted(id));
    }
}
