package io.askwell.domain.customer;

import io.askwell.domain.Text;
import io.askwell.domain.failure.Invalid;
import org.jspecify.annotations.Nullable;

/** The name of a customer, in any script. */
public record CustomerName(String value) {
    public static final int MAX_LENGTH = 100;

    /** @throws Invalid for field {@code name} */
    public static CustomerName parse(@Nullable String raw) {
        return new CustomerName(Text.required("name", raw, MAX_LENGTH));
    }
}
