package io.askwell.rest.customer;

import io.askwell.domain.customer.Order;
import io.askwell.domain.customer.OrderId;
import io.askwell.domain.customer.OrderQuery;
import io.askwell.rest.JsonBodies;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** {@code /orders}. */
@RestController
@RequestMapping("/orders")
class OrderController extends BelongingController<OrderId, Order, OrderQuery, OrderRequest, OrderResponse> {
    OrderController(OrderResource orders, RequestKeys keys, MergePatch patches, Listing listing,
            JsonBodies bodies) {
        super(orders, keys, patches, listing, bodies);
    }

    /** {@code /customers/{id}/orders}. */
    @RestController
    @RequestMapping("/customers/{id}/orders")
    static class OfCustomer extends NestedController<OrderId, Order, OrderQuery, OrderRequest, OrderResponse> {
        OfCustomer(OrderResource orders, RequestKeys keys, Listing listing, JsonBodies bodies) {
            super(orders, keys, listing, bodies);
        }
    }
}
