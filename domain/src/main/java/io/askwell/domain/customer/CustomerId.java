package io.askwell.domain.customer;

import io.askwell.domain.failure.Invalid;
import org.jspecify.annotations.Nullable;

/**
 * Names a customer.
 *
 * @param value positive
 */
public record CustomerId(int value) {
    public CustomerId {
        if (value < 1) {
            throw new IllegalArgumentException("a customer's id is positive, not " + value);
        }
    }

    /** @throws Invalid if it is missing or not positive */
    public static CustomerId parse(String field, @Nullable Integer raw) {
        if (raw == null || raw < 1) {
            throw new Invalid(field, raw == null ? "must be there" : "must be positive");
        }
        return new CustomerId(raw);
    }
}
