package io.askwell.application.customer;

import static org.assertj.core.api.Assertions.assertThat;

import io.askwell.domain.customer.CustomerId;
import io.askwell.domain.customer.CustomerNotFound;
import io.askwell.domain.customer.Order;
import io.askwell.domain.customer.OrderId;
import io.askwell.domain.customer.OrderNotFound;
import io.askwell.domain.customer.OrderQuery;
import io.askwell.domain.customer.Precondition;
import io.askwell.domain.customer.Stored;
import io.askwell.domain.paging.PageRequest;
import io.askwell.domain.paging.Sort;
import io.askwell.testkit.customer.CustomerStores;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Mono;
import reactor.test.StepVerifier;

class OrderServiceTest {
    private static final OrderQuery ALL = new OrderQuery(OrderQuery.Filter.NONE,
            new PageRequest<>(new Sort<>(OrderQuery.ID, false), Optional.empty(), 2));
    private final CustomerStores stores = CustomerStores.inMemory();
    private final OrderService service = new OrderService(stores.orders(), stores.customers(), stores.creations());

    @Test
    void listsAPageOfAllOrdersAndStreamsAllOfThem() {
        assertThat(service.list(ALL).block()).satisfies(page -> {
            assertThat(page.items()).hasSize(2);
            assertThat(page.next()).isPresent();
        });
        assertThat(service.stream(ALL).collectList().block()).hasSize(3);
    }

    @Test
    void listsTheOrdersOfACustomerIfThereIsOne() {
        assertThat(service.listOf(new CustomerId(2), ALL).block()).satisfies(
                page -> assertThat(page.items()).extracting(Stored::id).containsExactly(new OrderId(3)));
        assertThat(service.listOf(new CustomerId(3), ALL).block()).satisfies(
                page -> assertThat(page.items()).isEmpty());
        StepVerifier.create(service.listOf(new CustomerId(99), ALL)).expectError(CustomerNotFound.class).verify();
    }

    @Test
    void createsChangesAndDeletesAnOrder() {
        var created = service.create(Order.parse(3, "2024-08-01", BigDecimal.TEN), Optional.empty()).block();
        assertThat(created).isNotNull();

        assertThat(service.change(created.id(), Precondition.NONE, it -> Order.parse(3, null, BigDecimal.ONE)).block())
                .isEqualTo(service.find(created.id()).block());
        service.delete(created.id(), Precondition.NONE).block();
        StepVerifier.create(service.find(created.id())).expectError(OrderNotFound.class).verify();
    }

    @Test
    void whatDoesNotExistIsNotFound() {
        var nothing = new OrderId(99);
        for (Mono<?> request : List.of(service.find(nothing), service.delete(nothing, Precondition.NONE),
                service.change(nothing, Precondition.NONE, it -> it))) {
            StepVerifier.create(request).expectErrorSatisfies(error -> assertThat(error)
                    .isInstanceOf(OrderNotFound.class).hasMessage("There is no order with id 99.")).verify();
        }
    }
}
