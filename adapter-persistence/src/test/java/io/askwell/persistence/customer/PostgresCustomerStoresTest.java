package io.askwell.persistence.customer;

import static io.askwell.testkit.Patience.PATIENCE;
import static io.askwell.testkit.Patience.await;
import static org.assertj.core.api.Assertions.assertThat;

import io.askwell.domain.customer.Customer;
import io.askwell.persistence.Database;
import io.askwell.persistence.OpenDatabase;
import io.askwell.testkit.customer.CustomerStores;
import io.askwell.testkit.customer.CustomerStoresContract;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Mono;
import reactor.test.StepVerifier;

class PostgresCustomerStoresTest extends CustomerStoresContract {
    private OpenDatabase open;
    private CustomerStores stores;

    @BeforeEach
    void open() {
        open = OpenDatabase.with(4);
        Database database = open.database();
        stores = new CustomerStores(new PostgresCustomers(database), new PostgresOrders(database),
                new PostgresAddresses(database), database::transaction, new PostgresCreations(database));
    }

    @AfterEach
    void close() {
        open.close();
    }

    @Test
    void aUnitOfWorkThatIsCancelledIsUndoneAndGivesItsConnectionBack() {
        var work = stores.customers().add(Customer.parse("Dana", "dana@example.com")).then(Mono.never());

        StepVerifier.create(stores.unitOfWork().run(work)).expectSubscription().expectNoEvent(Duration.ofMillis(300))
                .thenCancel().verify();

        assertThat(stores.customers().addAll(List.of(Customer.parse("Dana", "dana@example.com"))).collectList()
                .block(PATIENCE)).as("the address is free").isEmpty();
        await().until(() -> open.pool().getMetrics().orElseThrow().acquiredSize() == 0);
    }

    @Override
    protected CustomerStores stores() {
        return stores;
    }
}
