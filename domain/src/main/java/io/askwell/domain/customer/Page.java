package io.askwell.domain.customer;

import java.util.List;
import java.util.Optional;

/**
 * A part of a list.
 *
 * @param items by id
 * @param next where the next page starts after, or empty if this is the last one
 */
public record Page(List<Customer> items, Optional<CustomerId> next) {
    public Page {
        items = List.copyOf(items);
    }
}
