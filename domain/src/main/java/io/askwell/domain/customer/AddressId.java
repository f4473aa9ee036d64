package io.askwell.domain.customer;

/**
 * Names an address.
 *
 * @param value positive
 */
public record AddressId(int value) {
    public AddressId {
        if (value < 1) {
            throw new IllegalArgumentException("an address's id is positive, not " + value);
        }
    }
}
