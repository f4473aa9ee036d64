package io.askwell.domain.customer.port.in;

import io.askwell.domain.customer.Customer;
import io.askwell.domain.customer.CustomerDetails;
import io.askwell.domain.customer.CustomerDetails.Part;
import io.askwell.domain.customer.CustomerId;
import io.askwell.domain.customer.CustomerQuery;
import io.askwell.domain.customer.Precondition;
import io.askwell.domain.customer.RequestKey;
import io.askwell.domain.customer.Stored;
import io.askwell.domain.paging.Page;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * What clients can do with customers. What is not there is signalled as
 * {@link io.askwell.domain.customer.CustomerNotFound}.
 */
public interface ManageCustomers {

    /** A page of them; its cost does not grow with its depth. */
    Mono<Page<CustomerDetails>> list(CustomerQuery query);

    /** All of them, read as fast as they are taken. */
    Flux<CustomerDetails> stream(CustomerQuery query);

    Mono<CustomerDetails> find(CustomerId id, Set<Part> parts);

    /**
     * Signals {@link io.askwell.domain.customer.EmailAlreadyTaken}.
     *
     * @param key if given, repeating the request creates nothing more and gives what the first one gave
     */
    Mono<Stored<CustomerId, Customer>> create(Customer customer, Optional<RequestKey> key);

    /**
     * Changes it while nobody else can; signals {@link io.askwell.domain.customer.Outdated} and
     * {@link io.askwell.domain.customer.EmailAlreadyTaken}.
     */
    Mono<Stored<CustomerId, Customer>> change(CustomerId id, Precondition precondition,
            UnaryOperator<Customer> change);

    /**
     * Deletes the customer and its addresses; signals {@link io.askwell.domain.customer.Outdated}.
     *
     * @param withOrders deletes its orders too; otherwise {@link io.askwell.domain.customer.CustomerHasOrders} is signalled
     *     if there are any
     */
    Mono<Void> delete(CustomerId id, Precondition precondition, boolean withOrders);
}
