package io.askwell.domain.customer;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A customer with those of its parts that were asked for.
 *
 * @param orders by id, or null if they were not asked for
 * @param addresses by id, or null if they were not asked for
 */
public record CustomerDetails(Stored<CustomerId, Customer> customer, @Nullable List<Stored<OrderId, Order>> orders,
        @Nullable List<Stored<AddressId, Address>> addresses) {

    /** What can be shown along with a customer. */
    public enum Part {
        ORDERS, ADDRESSES
    }
}
