package io.askwell.testkit.customer;

import io.askwell.domain.customer.Order;
import io.askwell.domain.customer.OrderId;
import io.askwell.domain.customer.OrderQuery;
import io.askwell.domain.customer.Stored;
import io.askwell.domain.customer.port.out.Orders;
import io.askwell.domain.paging.PageRequest;
import java.util.Optional;
import java.util.function.Predicate;

/** Orders of one test. */
final class InMemoryOrders extends InMemoryBelongings<OrderId, Order, OrderQuery> implements Orders {
    InMemoryOrders(Object lock, InMemoryCustomers customers) {
        super(lock, OrderId::new, customers);
    }

    @Override
    int value(OrderId id) {
        return id.value();
    }

    @Override
    PageRequest<Stored<OrderId, Order>> page(OrderQuery query) {
        return query.page();
    }

    @Override
    Predicate<Stored<OrderId, Order>> matching(OrderQuery query) {
        var filter = query.filter();
        return row -> filter.customer().map(row.data().customerId()::equals).orElse(true)
                && filter.orderDate().holds(Optional.ofNullable(row.data().orderDate()))
                && filter.totalAmount().holds(Optional.ofNullable(row.data().totalAmount()));
    }
}
