package io.askwell.persistence.customer;

import io.askwell.domain.customer.Amount;
import io.askwell.domain.customer.CustomerId;
import io.askwell.domain.customer.Order;
import io.askwell.domain.customer.OrderId;
import io.askwell.domain.customer.OrderQuery;
import io.askwell.domain.customer.port.out.Orders;
import io.askwell.domain.paging.Range;
import io.askwell.persistence.Columns;
import io.askwell.persistence.Database;
import io.r2dbc.spi.Readable;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;

/** Orders in table {@code orders}. */
final class PostgresOrders extends PostgresBelongings<OrderId, Order, OrderQuery> implements Orders {
    private static final SortKey DATE = new SortKey("coalesce({}, DATE '0001-01-01')", "order_date", LocalDate.class);
    private static final SortKey AMOUNT = new SortKey("coalesce({}, -1)", "total_amount", BigDecimal.class);
    private static final Map<String, SortKey> SORT_KEYS = Map.of(OrderQuery.ID.name(), SortKey.ID,
            OrderQuery.ORDER_DATE.name(), DATE, OrderQuery.TOTAL_AMOUNT.name(), AMOUNT);

    PostgresOrders(Database database) {
        super(database, "public.orders", List.of("customer_id", "order_date", "total_amount"));
    }

    static Selection within(Selection orders, Range<LocalDate> orderDate, Range<Amount> totalAmount) {
        return orders.within(orderDate, DATE).within(totalAmount, AMOUNT);
    }

    @Override
    OrderId id(int value) {
        return new OrderId(value);
    }

    @Override
    int value(OrderId id) {
        return id.value();
    }

    @Override
    Order data(Readable row, int first) {
        BigDecimal amount = row.get(first + 2, BigDecimal.class);
        return new Order(new CustomerId(Columns.integer(row, first)), row.get(first + 1, LocalDate.class),
                amount == null ? null : new Amount(amount));
    }

    @Override
    Object[] values(Order order) {
        return new Object[]{order.customerId().value(), Columns.nullable(LocalDate.class, order.orderDate()),
                Columns.nullable(BigDecimal.class, order.totalAmount() == null ? null : order.totalAmount().value())};
    }

    @Override
    Selection selection(OrderQuery query) {
        var filter = query.filter();
        return within(new Selection().whereIf(filter.customer().map(CustomerId::value), "customer_id = ?"),
                filter.orderDate(), filter.totalAmount()).page(query.page(), SORT_KEYS);
    }
}
