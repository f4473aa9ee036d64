package io.askwell.domain.customer;

import io.askwell.domain.failure.Invalid;
import org.jspecify.annotations.Nullable;

/** Somebody who buys from us. */
public record Customer(CustomerName name, Email email) {

    /** @throws Invalid with the violations of both fields */
    public static Customer parse(@Nullable String name, @Nullable String email) {
        return Invalid.all(check -> new Customer(check.read(() -> CustomerName.parse(name)),
                check.read(() -> Email.parse(email))));
    }
}
