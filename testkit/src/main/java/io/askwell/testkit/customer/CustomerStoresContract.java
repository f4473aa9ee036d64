package io.askwell.testkit.customer;

import org.junit.jupiter.api.Nested;

/** All that every implementation of the customer stores does; its test extends this. */
public abstract class CustomerStoresContract {

    /** New ones for each test, with the sample rows. */
    protected abstract CustomerStores stores();

    @Nested
    class OfCustomers extends CustomersContract {
        @Override
        protected CustomerStores stores() {
            return CustomerStoresContract.this.stores();
        }
    }

    @Nested
    class OfBelongings extends BelongingsContract {
        @Override
        protected CustomerStores stores() {
            return CustomerStoresContract.this.stores();
        }
    }

    @Nested
    class OfCreations extends CreationsContract {
        @Override
        protected CustomerStores stores() {
            return CustomerStoresContract.this.stores();
        }
    }
}
