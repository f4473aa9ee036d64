package io.askwell.domain.customer.port.out;

import io.askwell.domain.customer.Customer;
import io.askwell.domain.customer.CustomerId;
import io.askwell.domain.customer.NewCustomer;
import java.util.Optional;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** The stored customers. */
public interface Customers {

    /** At most {@code limit} customers by id, beginning after the given one. */
    Flux<Customer> list(Optional<CustomerId> after, int limit);

    /** The customer, or empty. */
    Mono<Customer> find(CustomerId id);

    /** Stores the customer under a new id; signals {@link io.askwell.domain.customer.EmailAlreadyTaken}. */
    Mono<Customer> add(NewCustomer customer);
}
