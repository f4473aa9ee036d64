package io.askwell.domain.customer;

import io.askwell.domain.failure.NotFound;

/** No order has the id that was asked for. */
public final class OrderNotFound extends NotFound {
    public OrderNotFound(OrderId id) {
        this(String.valueOf(id.value()));
    }

    /** @param id also one that is too large for any order to have */
    public OrderNotFound(String id) {
        super("order-not-found", "There is no order with id %s.".formatted(id));
    }
}
