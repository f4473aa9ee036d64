package io.askwell.application.customer;

import io.askwell.domain.customer.Customer;
import io.askwell.domain.customer.CustomerDetails;
import io.askwell.domain.customer.CustomerId;
import io.askwell.domain.customer.CustomerNotFound;
import io.askwell.domain.customer.NewCustomer;
import io.askwell.domain.customer.Page;
import io.askwell.domain.customer.PageRequest;
import io.askwell.domain.customer.port.in.ManageCustomers;
import io.askwell.domain.customer.port.out.Addresses;
import io.askwell.domain.customer.port.out.Customers;
import io.askwell.domain.customer.port.out.Orders;
import java.util.Optional;
import reactor.core.publisher.Mono;

/** Lists, shows and creates customers. */
public final class CustomerService implements ManageCustomers {
    private final Customers customers;
    private final Orders orders;
    private final Addresses addresses;

    public CustomerService(Customers customers, Orders orders, Addresses addresses) {
        this.customers = customers;
        this.orders = orders;
        this.addresses = addresses;
    }

    /** Reads one more than it shows: that tells whether there is a next page. */
    @Override
    public Mono<Page> list(PageRequest request) {
        return customers.list(request.after(), request.limit() + 1).collectList()
                .map(read -> read.size() <= request.limit()
                        ? new Page(read, Optional.empty())
                        : new Page(read.subList(0, request.limit()), Optional.of(read.get(request.limit() - 1).id())));
    }

    @Override
    public Mono<CustomerDetails> find(CustomerId id) {
        return customers.find(id)
                .switchIfEmpty(Mono.error(() -> new CustomerNotFound(String.valueOf(id.value()))))
                .flatMap(customer -> Mono.zip(orders.of(id).collectList(), addresses.of(id).collectList(),
                        (itsOrders, itsAddresses) -> new CustomerDetails(customer, itsOrders, itsAddresses)));
    }

    @Override
    public Mono<Customer> create(NewCustomer customer) {
        return customers.add(customer);
    }
}
