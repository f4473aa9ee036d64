package io.askwell.testkit.customer;

import io.askwell.domain.customer.port.out.Addresses;
import io.askwell.domain.customer.port.out.Creations;
import io.askwell.domain.customer.port.out.Customers;
import io.askwell.domain.customer.port.out.Orders;
import io.askwell.domain.customer.port.out.UnitOfWork;

/** The stores of the customer feature, which share their rows: the sample rows at first. */
public record CustomerStores(Customers customers, Orders orders, Addresses addresses, UnitOfWork unitOfWork,
        Creations creations) {

    /** Stores in memory. */
    public static CustomerStores inMemory() {
        var stores = new InMemoryStores();
        return new CustomerStores(stores.customers(), stores.orders(), stores.addresses(), stores, stores);
    }
}
