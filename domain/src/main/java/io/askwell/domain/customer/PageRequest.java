package io.askwell.domain.customer;

import io.askwell.domain.failure.Invalid;
import java.util.Optional;

/**
 * Which part of a list to read.
 *
 * @param after the last customer of the page before, or empty for the first page
 * @param limit how many at most, 1 to {@value #MAX_LIMIT}
 */
public record PageRequest(Optional<CustomerId> after, int limit) {
    public static final int DEFAULT_LIMIT = 100;
    public static final int MAX_LIMIT = 500;

    /** @throws Invalid for field {@code limit} */
    public PageRequest {
        if (limit < 1 || limit > MAX_LIMIT) {
            throw new Invalid("limit", "must be between 1 and %d, but is %d".formatted(MAX_LIMIT, limit));
        }
    }
}
