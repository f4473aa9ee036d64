package io.askwell.testkit.customer;

import org.junit.jupiter.api.Nested;

class InMemoryCustomerStoresTest {
    private final CustomerStores stores = CustomerStores.inMemory();

    @Nested
    class OfCustomers extends CustomersContract {
        @Override
        protected CustomerStores stores() {
            return stores;
        }
    }

    @Nested
    class OfBelongings extends BelongingsContract {
        @Override
        protected CustomerStores stores() {
            return stores;
        }
    }

    @Nested
    class OfCreations extends CreationsContract {
        @Override
        protected CustomerStores stores() {
            return stores;
        }
    }
}
