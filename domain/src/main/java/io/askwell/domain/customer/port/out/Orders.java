package io.askwell.domain.customer.port.out;

import io.askwell.domain.customer.CustomerId;
import io.askwell.domain.customer.Order;
import reactor.core.publisher.Flux;

/** The stored orders. */
public interface Orders {

    /** The orders of a customer by id; none if the customer has none or does not exist. */
    Flux<Order> of(CustomerId customer);
}
