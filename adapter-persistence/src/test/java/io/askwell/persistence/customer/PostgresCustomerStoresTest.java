package io.askwell.persistence.customer;

import io.askwell.persistence.Database;
import io.askwell.persistence.DatabaseSettings;
import io.askwell.persistence.Fixtures;
import io.askwell.persistence.Pools;
import io.askwell.testkit.customer.BelongingsContract;
import io.askwell.testkit.customer.CreationsContract;
import io.askwell.testkit.customer.CustomerStores;
import io.askwell.testkit.customer.CustomersContract;
import io.r2dbc.pool.ConnectionPool;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;

class PostgresCustomerStoresTest {
    private ConnectionPool pool;
    private CustomerStores stores;

    @BeforeEach
    void open() {
        DatabaseSettings settings = Fixtures.migrated();
        pool = Pools.open(settings, settings.user(), "test", 4);
        var database = new Database(pool);
        stores = new CustomerStores(new PostgresCustomers(database), new PostgresOrders(database),
                new PostgresAddresses(database), database::transaction, new PostgresCreations(database));
    }

    @AfterEach
    void close() {
        pool.dispose();
    }

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
