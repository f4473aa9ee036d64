package io.askwell.domain.paging;

import io.askwell.domain.failure.Invalid;
import java.util.Optional;

/**
 * Which part of a list to read.
 *
 * @param after where the page before ended, or empty for the first page
 * @param limit how many at most, 1 to {@value #MAX_LIMIT}
 */
public record PageRequest<T>(Sort<T> sort, Optional<Position> after, int limit) {
    public static final int DEFAULT_LIMIT = 100;
    public static final int MAX_LIMIT = 500;

    /** @throws Invalid for field {@code limit} */
    public PageRequest {
        if (limit < 1 || limit > MAX_LIMIT) {
            throw new Invalid("limit", "must be between 1 and %d, but is %d".formatted(MAX_LIMIT, limit));
        }
    }

    /** The request for the page that begins there. */
    public PageRequest<T> from(Position position) {
        return new PageRequest<>(sort, Optional.of(position), limit);
    }
}
