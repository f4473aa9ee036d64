package io.askwell.testkit.customer;

class InMemoryCustomerStoresTest extends CustomerStoresContract {
    private final CustomerStores stores = CustomerStores.inMemory();

    @Override
    protected CustomerStores stores() {
        return stores;
    }
}
