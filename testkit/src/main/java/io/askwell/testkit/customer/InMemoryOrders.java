package io.askwell.testkit.customer;

import io.askwell.domain.customer.CustomerId;
import io.askwell.domain.customer.Order;
import io.askwell.domain.customer.port.out.Orders;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import reactor.core.publisher.Flux;

/** The sample orders. */
public final class InMemoryOrders implements Orders {
    private final List<Order> stored = List.of(order(1, 1, "2024-05-01", "150.00"), order(2, 1, "2024-06-15", "250.00"),
            order(3, 2, "2024-07-20", "99.99"));

    @Override
    public Flux<Order> of(CustomerId customer) {
        return Flux.fromIterable(stored).filter(order -> order.customerId().equals(customer));
    }

    private static Order order(int id, int customer, String date, String amount) {
        return new Order(id, new CustomerId(customer), LocalDate.parse(date), new BigDecimal(amount));
    }
}
