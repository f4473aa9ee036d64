package io.askwell.domain.customer;

import java.util.List;

/**
 * A customer with all that belongs to it.
 *
 * @param orders by id
 * @param addresses by id
 */
public record CustomerDetails(Customer customer, List<Order> orders, List<Address> addresses) {
    public CustomerDetails {
        orders = List.copyOf(orders);
        addresses = List.copyOf(addresses);
    }
}
