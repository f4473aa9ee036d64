package io.askwell.testkit.customer;

import io.askwell.domain.customer.port.out.Addresses;
import io.askwell.domain.customer.port.out.Customers;
import io.askwell.domain.customer.port.out.Orders;

class InMemoryCustomerStoresTest extends CustomerStoresContract {
    private final Customers customers = new InMemoryCustomers();

    @Override
    protected Customers customers() {
        return customers;
    }

    @Override
    protected Orders orders() {
        return new InMemoryOrders();
    }

    @Override
    protected Addresses addresses() {
        return new InMemoryAddresses();
    }
}
