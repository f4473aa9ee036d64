package io.askwell.rest.customer;

import io.askwell.domain.customer.Customer;
import org.jspecify.annotations.Nullable;

/** A customer as a client sends it; nothing in it is checked yet. */
record CustomerRequest(@Nullable String name, @Nullable String email) {

    /** @throws io.askwell.domain.failure.Invalid with all that is wrong */
    Customer parse() {
        return Customer.parse(name, email);
    }
}
