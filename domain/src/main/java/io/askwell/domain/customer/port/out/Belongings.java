package io.askwell.domain.customer.port.out;

import io.askwell.domain.customer.Belonging;
import io.askwell.domain.customer.CustomerId;
import io.askwell.domain.customer.Stored;
import java.util.Collection;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Stored things that belong to customers. To add or move one signals {@link io.askwell.domain.customer.CustomerNotFound}
 * if there is no such customer; every change raises the version of the customers it concerns.
 */
public interface Belongings<I, D extends Belonging, Q> extends Store<I, D, Q> {

    /** All that belong to these customers, by id. */
    Flux<Stored<I, D>> of(Collection<CustomerId> customers);

    /** Removes all that belong to the customer. */
    Mono<Void> removeOf(CustomerId customer);
}
