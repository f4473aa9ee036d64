package io.askwell.domain.customer;

/**
 * Names an order.
 *
 * @param value positive
 */
public record OrderId(int value) {
    public OrderId {
        if (value < 1) {
            throw new IllegalArgumentException("an order's id is positive, not " + value);
        }
    }
}
