package io.askwell.domain.customer;

import io.askwell.domain.failure.Invalid;
import org.jspecify.annotations.Nullable;

/** A customer that is not stored yet. */
public record NewCustomer(CustomerName name, Email email) {

    /** @throws Invalid with the violations of both fields */
    public static NewCustomer parse(@Nullable String name, @Nullable String email) {
        return Invalid.combine(() -> CustomerName.parse(name), () -> Email.parse(email), NewCustomer::new);
    }
}
