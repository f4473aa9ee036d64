package io.askwell.persistence.customer;

import static org.assertj.core.api.Assertions.assertThat;

import io.askwell.application.customer.CustomerService;
import io.askwell.application.customer.OrderService;
import io.askwell.domain.customer.Customer;
import io.askwell.domain.customer.CustomerDetails.Part;
import io.askwell.domain.customer.CustomerId;
import io.askwell.domain.customer.CustomerQuery;
import io.askwell.domain.customer.OrderQuery;
import io.askwell.domain.customer.Precondition;
import io.askwell.domain.paging.PageRequest;
import io.askwell.domain.paging.Sort;
import io.askwell.persistence.Database;
import io.askwell.persistence.OpenDatabase;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Mono;

/** What the use cases ask of the database, counted where they are timed. */
class StatementCountTest {
    private static final CustomerId ALICE = new CustomerId(1);
    private OpenDatabase open;
    private CustomerService customers;
    private OrderService orders;

    @BeforeEach
    void open() {
        open = OpenDatabase.with(4);
        Database database = open.database();
        var storedCustomers = new PostgresCustomers(database);
        var storedOrders = new PostgresOrders(database);
        var creations = new PostgresCreations(database);
        customers = new CustomerService(storedCustomers, storedOrders, new PostgresAddresses(database), creations,
                database::transaction);
        orders = new OrderService(storedOrders, storedCustomers, creations);
        storedCustomers.addAll(IntStream.range(0, 200)
                .mapToObj(i -> Customer.parse("Customer " + i, "c" + i + "@example.com")).toList()).blockLast();
    }

    @AfterEach
    void close() {
        open.close();
    }

    @Test
    void theEmbeddedViewOfACustomerIsThreeStatements() {
        assertThat(count(customers.find(ALICE, EnumSet.allOf(Part.class)))).isEqualTo(3);
        assertThat(count(customers.find(ALICE, Set.of(Part.ORDERS)))).isEqualTo(2);
        assertThat(count(customers.find(ALICE, Set.of()))).isEqualTo(1);
    }

    @Test
    void aPageIsThreeStatementsHoweverManyCustomersItHas() {
        for (int limit : new int[]{1, 50, 200}) {
            assertThat(count(customers.list(query(limit, EnumSet.allOf(Part.class))))).as("limit %d", limit)
                    .isEqualTo(3);
        }
        assertThat(count(customers.list(query(200, Set.of())))).isEqualTo(1);
    }

    @Test
    void aStreamIsThreeStatementsAPage() {
        assertThat(count(customers.stream(query(100, EnumSet.allOf(Part.class))).collectList())).isEqualTo(3 * 3);
    }

    @Test
    void theOrdersOfACustomerAreOneStatement() {
        var query = new OrderQuery(OrderQuery.Filter.NONE,
                new PageRequest<>(new Sort<>(OrderQuery.ID, false), Optional.empty(), 50));

        assertThat(count(orders.listOf(ALICE, query))).isEqualTo(1);
        assertThat(count(orders.listOf(new CustomerId(3), query))).as("there might be no such customer").isEqualTo(2);
    }

    @Test
    void changesAreAFewStatements() {
        assertThat(count(customers.create(Customer.parse("New", "new@example.com"), Optional.empty()))).isEqualTo(1);
        assertThat(count(customers.change(ALICE, Precondition.NONE, it -> Customer.parse("A", "alice@example.com"))))
                .isEqualTo(2);
    }

    private long count(Mono<?> work) {
        long before = open.statements();
        assertThat(work.block()).isNotNull();
        return open.statements() - before;
    }

    private static CustomerQuery query(int limit, Set<Part> parts) {
        return new CustomerQuery(CustomerQuery.Filter.NONE,
                new PageRequest<>(new Sort<>(CustomerQuery.ID, false), Optional.empty(), limit), parts);
    }
}
