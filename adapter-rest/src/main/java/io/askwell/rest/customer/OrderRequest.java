package io.askwell.rest.customer;

import io.askwell.domain.customer.Order;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** An order as a client sends it; nothing in it is checked yet. */
record OrderRequest(@Nullable Integer customerId, @Nullable String orderDate, @Nullable BigDecimal totalAmount)
        implements
            BelongingRequest<Order> {

    @Override
    public Order parse(@Nullable Integer customer) {
        return Order.parse(customer, orderDate, totalAmount);
    }
}
