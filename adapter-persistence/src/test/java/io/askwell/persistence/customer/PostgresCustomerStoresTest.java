package io.askwell.persistence.customer;

import io.askwell.domain.customer.port.out.Addresses;
import io.askwell.domain.customer.port.out.Customers;
import io.askwell.domain.customer.port.out.Orders;
import io.askwell.persistence.Database;
import io.askwell.persistence.DatabaseSettings;
import io.askwell.persistence.Fixtures;
import io.askwell.persistence.Pools;
import io.askwell.testkit.customer.CustomerStoresContract;
import io.r2dbc.pool.ConnectionPool;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

class PostgresCustomerStoresTest extends CustomerStoresContract {
    private ConnectionPool pool;
    private Database database;

    @BeforeEach
    void open() {
        DatabaseSettings settings = Fixtures.migrated();
        pool = Pools.open(settings, settings.user(), "test", 2);
        database = new Database(pool);
    }

    @AfterEach
    void close() {
        pool.dispose();
    }

    @Override
    protected Customers customers() {
        return new PostgresCustomers(database);
    }

    @Override
    protected Orders orders() {
        return new PostgresOrders(database);
    }

    @Override
    protected Addresses addresses() {
        return new PostgresAddresses(database);
    }
}
