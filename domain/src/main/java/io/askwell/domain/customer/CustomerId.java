package io.askwell.domain.customer;

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
}
