package io.askwell.rest.customer;

import io.askwell.domain.customer.Order;
import io.askwell.domain.customer.OrderId;
import io.askwell.domain.customer.OrderNotFound;
import io.askwell.domain.customer.OrderQuery;
import io.askwell.domain.customer.Stored;
import io.askwell.domain.customer.port.in.ManageOrders;
import io.askwell.rest.QueryParameters;
import java.net.URI;
import org.springframework.http.server.reactive.ServerHttpRequest;

/** Orders. */
final class OrderResource extends BelongingResource<OrderId, Order, OrderQuery, OrderRequest, OrderResponse> {
    private static final String[] NESTED_PARAMETERS = {"limit", "cursor", "sort", "orderDateFrom", "orderDateTo",
            "totalAmountMin", "totalAmountMax"};
    private final CustomerMapper mapper;

    OrderResource(ManageOrders orders, CustomerMapper mapper) {
        super(orders);
        this.mapper = mapper;
    }

    @Override
    URI location(OrderId id) {
        return URI.create("/orders/" + id.value());
    }

    @Override
    OrderId id(String path) {
        return PathIds.parse(path, OrderId::new, OrderNotFound::new);
    }

    @Override
    Class<OrderRequest> type() {
        return OrderRequest.class;
    }

    @Override
    OrderRequest request(Order order) {
        return mapper.request(order);
    }

    @Override
    OrderResponse response(Stored<OrderId, Order> stored) {
        return mapper.order(stored);
    }

    @Override
    OrderQuery query(ServerHttpRequest request, boolean nested, int defaultLimit) {
        var parameters = QueryParameters.ofBelongings(request, nested, NESTED_PARAMETERS);
        return new OrderQuery(new OrderQuery.Filter(parameters.customer(),
                parameters.days("orderDateFrom", "orderDateTo"),
                parameters.amounts("totalAmountMin", "totalAmountMax")),
                parameters.page(OrderQuery.SORT_FIELDS, defaultLimit));
    }
}
