package io.askwell.domain.customer;

import org.jspecify.annotations.Nullable;

/**
 * An address of a customer.
 *
 * @param type what it is for, such as {@code billing} or {@code shipping}
 */
public record Address(int id, CustomerId customerId, @Nullable String type, @Nullable String street,
        @Nullable String city, @Nullable String zip, @Nullable String country) {}
