package io.askwell.persistence.customer;

import io.askwell.domain.customer.CustomerId;
import io.askwell.domain.customer.Order;
import io.askwell.domain.customer.port.out.Orders;
import io.askwell.persistence.Columns;
import io.askwell.persistence.Database;
import io.r2dbc.spi.Readable;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Map;
import reactor.core.publisher.Flux;

/** Orders in table {@code orders}. */
final class PostgresOrders implements Orders {
    private final Database database;

    PostgresOrders(Database database) {
        this.database = database;
    }

    @Override
    public Flux<Order> of(CustomerId customer) {
        return database.query("""
            SELECT id, customer_id, order_date, total_amount
            FROM public.orders WHERE customer_id = :customer ORDER BY id""",
                Map.of("customer", customer.value()), PostgresOrders::order);
    }

    private static Order order(Readable row) {
        return new Order(Columns.integer(row, "id"), new CustomerId(Columns.integer(row, "customer_id")),
                row.get("order_date", LocalDate.class), row.get("total_amount", BigDecimal.class));
    }
}
