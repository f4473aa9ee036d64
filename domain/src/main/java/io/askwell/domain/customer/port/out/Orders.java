package io.askwell.domain.customer.port.out;

import io.askwell.domain.customer.Order;
import io.askwell.domain.customer.OrderId;
import io.askwell.domain.customer.OrderQuery;

/** The stored orders. */
public interface Orders extends Belongings<OrderId, Order, OrderQuery> {}
