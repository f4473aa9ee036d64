package io.askwell.application.customer;

import io.askwell.domain.customer.Customer;
import io.askwell.domain.customer.CustomerDetails;
import io.askwell.domain.customer.CustomerDetails.Part;
import io.askwell.domain.customer.CustomerId;
import io.askwell.domain.customer.CustomerNotFound;
import io.askwell.domain.customer.CustomerQuery;
import io.askwell.domain.customer.Precondition;
import io.askwell.domain.customer.RequestKey;
import io.askwell.domain.customer.Stored;
import io.askwell.domain.customer.port.in.ManageCustomers;
import io.askwell.domain.customer.port.out.Addresses;
import io.askwell.domain.customer.port.out.Creations;
import io.askwell.domain.customer.port.out.Customers;
import io.askwell.domain.customer.port.out.Orders;
import io.askwell.domain.customer.port.out.UnitOfWork;
import io.askwell.domain.paging.Page;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Customers, shown with what belongs to them. */
public final class CustomerService implements ManageCustomers {
    private final Customers customers;
    private final Embedding embedding;
    private final Orders orders;
    private final Creations creations;
    private final UnitOfWork unitOfWork;

    public CustomerService(Customers customers, Orders orders, Addresses addresses, Creations creations,
            UnitOfWork unitOfWork) {
        this.customers = customers;
        this.embedding = new Embedding(orders, addresses);
        this.orders = orders;
        this.creations = creations;
        this.unitOfWork = unitOfWork;
    }

    @Override
    public Mono<Page<CustomerDetails>> list(CustomerQuery query) {
        return Paging.page(customers, query, query.page())
                .flatMap(page -> embedding.details(page.items(), query.parts())
                        .map(details -> new Page<>(details, page.next())));
    }

    @Override
    public Flux<CustomerDetails> stream(CustomerQuery query) {
        return Paging.stream(query.page(),
                request -> list(new CustomerQuery(query.filter(), request, query.parts())));
    }

    /** The customer is read first: what is shown along with a version is never older than it. */
    @Override
    public Mono<CustomerDetails> find(CustomerId id, Set<Part> parts) {
        return customers.find(id).switchIfEmpty(absent(id))
                .flatMap(customer -> embedding.details(List.of(customer), parts)).map(List::getFirst);
    }

    @Override
    public Mono<Stored<CustomerId, Customer>> create(Customer customer, Optional<RequestKey> key) {
        return key.map(given -> creations.once(given, customers.add(customer).map(added -> added.id().value()))
                .map(id -> Stored.first(new CustomerId(id), customer))).orElseGet(() -> customers.add(customer));
    }

    @Override
    public Mono<Stored<CustomerId, Customer>> change(CustomerId id, Precondition precondition,
            UnaryOperator<Customer> change) {
        return customers.update(id, precondition, change).switchIfEmpty(absent(id));
    }

    @Override
    public Mono<Void> delete(CustomerId id, Precondition precondition, boolean withOrders) {
        return (withOrders ? unitOfWork.run(removeWithOrders(id, precondition)) : customers.remove(id, precondition))
                .switchIfEmpty(absent(id)).then();
    }

    /** The unchanged update holds the customer, so that no order comes in between, and asks for the precondition. */
    private Mono<Stored<CustomerId, Customer>> removeWithOrders(CustomerId id, Precondition precondition) {
        return customers.update(id, precondition, customer -> customer)
                .flatMap(held -> orders.removeOf(id).then(customers.remove(id, Precondition.NONE)));
    }

    private static <T> Mono<T> absent(CustomerId id) {
        return Mono.error(() -> new CustomerNotFound(id));
    }
}
