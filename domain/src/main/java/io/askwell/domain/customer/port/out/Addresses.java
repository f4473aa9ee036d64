package io.askwell.domain.customer.port.out;

import io.askwell.domain.customer.Address;
import io.askwell.domain.customer.CustomerId;
import reactor.core.publisher.Flux;

/** The stored addresses. */
public interface Addresses {

    /** The addresses of a customer by id; none if the customer has none or does not exist. */
    Flux<Address> of(CustomerId customer);
}
