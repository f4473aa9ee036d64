package io.askwell.domain.customer.port.out;

import io.askwell.domain.customer.Customer;
import io.askwell.domain.customer.CustomerId;
import io.askwell.domain.customer.CustomerQuery;
import java.util.List;
import reactor.core.publisher.Flux;

/**
 * The stored customers. To add or change one signals {@link io.askwell.domain.customer.EmailAlreadyTaken}, to remove one
 * {@link io.askwell.domain.customer.CustomerHasOrders}; its addresses go with it.
 */
public interface Customers extends Store<CustomerId, Customer, CustomerQuery> {

    /**
     * Adds many at once, all but those whose e-mail address is taken, be it by one before them in the list.
     *
     * @return the indexes of those that were left out
     */
    Flux<Integer> addAll(List<Customer> customers);
}
