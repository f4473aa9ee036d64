package io.askwell.persistence.customer;

import static org.assertj.core.api.Assertions.assertThat;

import io.askwell.domain.customer.AddressQuery;
import io.askwell.domain.customer.CustomerQuery;
import io.askwell.domain.customer.OrderQuery;
import io.askwell.domain.paging.PageRequest;
import io.askwell.domain.paging.Position;
import io.askwell.domain.paging.Sort;
import io.askwell.domain.paging.SortField;
import io.askwell.persistence.Database;
import io.askwell.persistence.OpenDatabase;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import reactor.core.publisher.Mono;

/** A page begins in the middle of an index: what lies before it is neither read nor sorted. */
class ListIndexTest {
    private static OpenDatabase open;
    private static Database database;

    @BeforeAll
    static void open() {
        open = OpenDatabase.with(2);
        database = open.database();
    }

    @AfterAll
    static void close() {
        open.close();
    }

    static Stream<Arguments> orders() {
        var customers = new PostgresCustomers(database);
        var orders = new PostgresOrders(database);
        var addresses = new PostgresAddresses(database);
        return Stream.of(
                pages(CustomerQuery.SORT_FIELDS).map(page -> Arguments.of("public.customer", page.sort().name(),
                        customers.selection(new CustomerQuery(CustomerQuery.Filter.NONE, page, Set.of())))),
                pages(OrderQuery.SORT_FIELDS).map(page -> Arguments.of("public.orders", page.sort().name(),
                        orders.selection(new OrderQuery(OrderQuery.Filter.NONE, page)))),
                pages(AddressQuery.SORT_FIELDS).map(page -> Arguments.of("public.address", page.sort().name(),
                        addresses.selection(new AddressQuery(AddressQuery.Filter.NONE, page)))))
                .flatMap(each -> each);
    }

    /** A page in the middle, for every order. */
    private static <T> Stream<PageRequest<T>> pages(List<SortField<T>> fields) {
        return fields.stream().flatMap(field -> Stream.of(true, false).map(descending -> new PageRequest<>(
                new Sort<>(field, descending), Optional.of(new Position(Optional.of(key(field)), 1)), 50)));
    }

    private static Comparable<?> key(SortField<?> field) {
        return switch (field.name()) {
            case "id" -> 1;
            case "orderDate" -> LocalDate.of(2024, 6, 1);
            case "totalAmount" -> BigDecimal.TEN;
            default -> "m";
        };
    }

    @ParameterizedTest
    @MethodSource("orders")
    void everyOrderHasItsIndex(String table, String order, Selection selection) {
        List<String> plan = database.transaction(without("seqscan").then(without("sort")).then(without("bitmapscan"))
                .then(database.query("EXPLAIN " + selection.sql("t.id, t.version", table),
                        row -> String.valueOf(row.get(0)), selection.parameters(50)).collectList()))
                .blockOptional().orElseThrow();

        // Addresses are unique: there is nothing to sort within equal ones, whatever the plan calls it.
        assertThat(String.join("\n", plan)).contains("Index Cond: ").doesNotContain("Seq Scan", "->  Sort");
    }

    private static Mono<Void> without(String kindOfPlan) {
        return database.query("SET LOCAL enable_" + kindOfPlan + " = off", row -> row).then();
    }
}
