package io.askwell.application.customer;

import io.askwell.domain.customer.Order;
import io.askwell.domain.customer.OrderId;
import io.askwell.domain.customer.OrderNotFound;
import io.askwell.domain.customer.OrderQuery;
import io.askwell.domain.customer.port.in.ManageOrders;
import io.askwell.domain.customer.port.out.Creations;
import io.askwell.domain.customer.port.out.Customers;
import io.askwell.domain.customer.port.out.Orders;
import io.askwell.domain.failure.NotFound;

/** Orders of customers. */
public final class OrderService extends BelongingService<OrderId, Order, OrderQuery> implements ManageOrders {
    public OrderService(Orders orders, Customers customers, Creations creations) {
        super(orders, customers, creations);
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
    NotFound notFound(OrderId id) {
        return new OrderNotFound(id);
    }
}
