package io.askwell.domain.paging;

import java.util.List;
import java.util.Optional;

/**
 * A part of a list.
 *
 * @param items in the order that was asked for
 * @param next where the next page starts, or empty if this is the last one
 */
public record Page<T>(List<T> items, Optional<Position> next) {
    public Page {
        items = List.copyOf(items);
    }

    /**
     * Makes a page of what was read: one more than its limit tells that there is a next one.
     *
     * @param read at most {@code request.limit() + 1} items
     */
    public static <T> Page<T> of(List<T> read, PageRequest<T> request) {
        if (read.size() <= request.limit()) {
            return new Page<>(read, Optional.empty());
        }
        List<T> items = read.subList(0, request.limit());
        return new Page<>(items, Optional.of(request.sort().position(items.getLast())));
    }
}
