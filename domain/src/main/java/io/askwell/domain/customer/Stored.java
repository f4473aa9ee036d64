package io.askwell.domain.customer;

/**
 * Something as it is stored.
 *
 * @param version 1 at first; rises with every change, for a customer also with one of its orders or addresses
 */
public record Stored<I, D>(I id, int version, D data) {
    public static final int FIRST_VERSION = 1;

    public static <I, D> Stored<I, D> first(I id, D data) {
        return new Stored<>(id, FIRST_VERSION, data);
    }
}
