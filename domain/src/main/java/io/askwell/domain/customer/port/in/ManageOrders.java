package io.askwell.domain.customer.port.in;

import io.askwell.domain.customer.Order;
import io.askwell.domain.customer.OrderId;
import io.askwell.domain.customer.OrderQuery;

/** What clients can do with orders. */
public interface ManageOrders extends ManageBelongings<OrderId, Order, OrderQuery> {}
