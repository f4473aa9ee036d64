package io.askwell.persistence.customer;

import static org.assertj.core.api.Assertions.assertThat;

import io.askwell.domain.customer.Customer;
import io.askwell.persistence.Database;
import io.askwell.persistence.DatabaseSettings;
import io.askwell.persistence.Fixtures;
import io.askwell.persistence.Pools;
import io.askwell.testkit.customer.CustomerStores;
import io.askwell.testkit.customer.CustomerStoresContract;
import io.r2dbc.pool.ConnectionPool;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Mono;
import reactor.test.StepVerifier;

class PostgresCustomerStoresTest extends CustomerStoresContract {
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

    @Test
    void aUnitOfWorkThatIsCancelledIsUndoneAndGivesItsConnectionBack() {
        var work = stores.customers().add(Customer.parse("Dana", "dana@example.com")).then(Mono.never());

        StepVerifier.create(stores.unitOfWork().run(work)).expectSubscription().expectNoEvent(Duration.ofMillis(300))
                .thenCancel().verify();

        assertThat(stores.customers().addAll(List.of(Customer.parse("Dana", "dana@example.com"))).collectList()
                .block(Duration.ofSeconds(5))).as("the address is free").isEmpty();
        assertThat(pool.getMetrics().orElseThrow().acquiredSize()).isZero();
    }

    @Override
    protected CustomerStores stores() {
        return stores;
    }
}
