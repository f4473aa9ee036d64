package io.askwell.domain.customer.port.in;

import io.askwell.domain.customer.Customer;
import io.askwell.domain.customer.CustomerDetails;
import io.askwell.domain.customer.CustomerId;
import io.askwell.domain.customer.NewCustomer;
import io.askwell.domain.customer.Page;
import io.askwell.domain.customer.PageRequest;
import reactor.core.publisher.Mono;

/** What clients can do with customers. */
public interface ManageCustomers {

    /** The customers by id, a page at a time; the cost of a page does not grow with its depth. */
    Mono<Page> list(PageRequest request);

    /** Signals {@link io.askwell.domain.customer.CustomerNotFound} if there is none. */
    Mono<CustomerDetails> find(CustomerId id);

    /** Signals {@link io.askwell.domain.customer.EmailAlreadyTaken} if another customer has the address. */
    Mono<Customer> create(NewCustomer customer);
}
