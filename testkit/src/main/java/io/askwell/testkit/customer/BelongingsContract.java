package io.askwell.testkit.customer;

import static org.assertj.core.api.Assertions.assertThat;

import io.askwell.domain.customer.Address;
import io.askwell.domain.customer.AddressId;
import io.askwell.domain.customer.AddressQuery;
import io.askwell.domain.customer.Amount;
import io.askwell.domain.customer.CustomerId;
import io.askwell.domain.customer.CustomerNotFound;
import io.askwell.domain.customer.Order;
import io.askwell.domain.customer.OrderId;
import io.askwell.domain.customer.OrderQuery;
import io.askwell.domain.customer.Outdated;
import io.askwell.domain.customer.Precondition;
import io.askwell.domain.customer.Stored;
import io.askwell.domain.paging.Page;
import io.askwell.domain.paging.PageRequest;
import io.askwell.domain.paging.Position;
import io.askwell.domain.paging.Range;
import io.askwell.domain.paging.Sort;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import reactor.core.publisher.Mono;
import reactor.test.StepVerifier;

/** What every store of orders and addresses does, beginning with the sample rows. */
public abstract class BelongingsContract {
    private static final CustomerId ALICE = new CustomerId(1);
    private static final CustomerId BOB = new CustomerId(2);
    private static final CustomerId CHARLIE = new CustomerId(3);
    private static final int NOBODY = Integer.MAX_VALUE;
    private static final OrderId FIRST_ORDER = new OrderId(1);
    private static final AddressId FIRST_ADDRESS = new AddressId(1);

    protected abstract CustomerStores stores();

    @Test
    void readsTheOrdersOfACustomer() {
        assertThat(stores().orders().of(List.of(ALICE)).map(Stored::data).collectList().block()).containsExactly(
                order(1, "2024-05-01", "150.00"), order(1, "2024-06-15", "250.00"));
        assertThat(stores().orders().of(List.of(CHARLIE)).collectList().block()).isEmpty();
    }

    @Test
    void readsTheAddressesOfSeveralCustomers() {
        assertThat(
                stores().addresses().of(List.of(CHARLIE, BOB, new CustomerId(NOBODY))).map(Stored::data).collectList()
                        .block())
                .containsExactly(
                        Address.parse(2, "billing", "500 Construction Ave", "Buildtown", "20002", "USA"),
                        Address.parse(3, "billing", "42 Test Lane", "Testville", "30003", "USA"),
                        Address.parse(3, "shipping", "43 Test Lane", "Testville", "30003", "USA"));
    }

    @Test
    void keepsWhatIsMissingMissing() {
        OrderId order = get(stores().orders().add(order(3, null, null))).id();
        AddressId address = get(stores().addresses().add(Address.parse(3, null, null, "Köln", null, null))).id();

        assertThat(get(stores().orders().find(order)).data()).isEqualTo(order(3, null, null));
        assertThat(get(stores().addresses().find(address)).data())
                .isEqualTo(Address.parse(3, null, null, "Köln", null, null));
    }

    @Test
    void rejectsWhatBelongsToNobody() {
        StepVerifier.create(stores().orders().add(order(NOBODY, null, "1"))).expectError(CustomerNotFound.class)
                .verify();
        StepVerifier.create(stores().addresses().add(Address.parse(NOBODY, null, null, null, null, null)))
                .expectError(CustomerNotFound.class).verify();
        StepVerifier.create(stores().orders().update(FIRST_ORDER, Precondition.NONE, it -> order(NOBODY, null, "1")))
                .expectError(CustomerNotFound.class).verify();
    }

    @Test
    void everyChangeRaisesTheVersionOfTheCustomerToo() {
        int version = version(CHARLIE);

        OrderId order = get(stores().orders().add(order(3, null, "1"))).id();
        assertThat(version(CHARLIE)).isEqualTo(version + 1);
        assertThat(get(stores().orders().update(order, Precondition.NONE, it -> order(3, null, "2"))).version())
                .isEqualTo(2);
        assertThat(version(CHARLIE)).isEqualTo(version + 2);
        stores().orders().update(order, Precondition.NONE, it -> it).block();
        assertThat(version(CHARLIE)).as("nothing changed").isEqualTo(version + 2);
        stores().orders().remove(order, Precondition.NONE).block();
        assertThat(version(CHARLIE)).isEqualTo(version + 3);
        stores().addresses().add(Address.parse(3, null, null, "Köln", null, null)).block();
        assertThat(version(CHARLIE)).isEqualTo(version + 4);
    }

    @Test
    void movingAnOrderConcernsBothCustomers() {
        int alice = version(ALICE);
        int bob = version(BOB);

        stores().orders().update(FIRST_ORDER, Precondition.NONE, it -> order(2, "2024-05-01", "150.00")).block();

        assertThat(version(ALICE)).isGreaterThan(alice);
        assertThat(version(BOB)).isGreaterThan(bob);
    }

    @Test
    void changesAndRemovesOnlyTheVersionThatIsMeant() {
        var other = Precondition.oneOf(Set.of(77));

        StepVerifier.create(stores().orders().update(FIRST_ORDER, other, it -> order(1, null, null)))
                .expectError(Outdated.class).verify();
        StepVerifier.create(stores().addresses().remove(FIRST_ADDRESS, other)).expectError(Outdated.class).verify();
        assertThat(get(stores().orders().find(FIRST_ORDER)).version()).isEqualTo(1);
        assertThat(stores().addresses().remove(FIRST_ADDRESS, Precondition.oneOf(Set.of(1))).block()).isNotNull();
        assertThat(stores().addresses().find(FIRST_ADDRESS).blockOptional()).isEmpty();
    }

    @Test
    void removesAllOfACustomer() {
        stores().orders().removeOf(ALICE).block();

        assertThat(stores().orders().of(List.of(ALICE, BOB)).collectList().block()).hasSize(1);
    }

    @Test
    void listsTheOrdersThatAreAsAskedFor() {
        stores().orders().add(order(3, null, null)).block();

        assertThat(orders(new OrderQuery.Filter(Optional.of(BOB), Range.all(), Range.all()), "id")).containsExactly(3);
        assertThat(orders(new OrderQuery.Filter(Optional.empty(), new Range<LocalDate>(Optional.empty(),
                Optional.of(LocalDate.of(2024, 6, 15))), Range.all()), "id")).containsExactly(1, 2);
        assertThat(orders(new OrderQuery.Filter(Optional.empty(), Range.all(), new Range<Amount>(
                Optional.of(Amount.parse("from", "150")), Optional.empty())), "id")).containsExactly(1, 2);
    }

    @Test
    void listsTheAddressesThatAreAsAskedFor() {
        Optional<String> any = Optional.empty();

        assertThat(addresses(new AddressQuery.Filter(Optional.of(CHARLIE), any, any, any), "id")).containsExactly(4, 5);
        assertThat(addresses(new AddressQuery.Filter(Optional.empty(), Optional.of("SHIPPING"), any, any), "id"))
                .containsExactly(2, 5);
        assertThat(addresses(new AddressQuery.Filter(Optional.empty(), any, Optional.of("testville"),
                Optional.of("usa")), "id")).containsExactly(4, 5);
    }

    @ParameterizedTest
    @CsvSource({"id", "-id", "orderDate", "-orderDate", "totalAmount", "-totalAmount"})
    void pagesOfOrdersAreTheListCutInPiecesWhateverItsOrder(String sort) {
        stores().orders().add(order(3, null, null)).block();
        stores().orders().add(order(3, null, "150.00")).block();
        stores().orders().add(order(2, "2024-06-15", null)).block();

        var pieces = new ArrayList<Integer>();
        Optional<Position> next = Optional.empty();
        do {
            var request = new PageRequest<>(Sort.parse(sort, OrderQuery.SORT_FIELDS), next, 1);
            var page = Page.of(get(stores().orders().list(new OrderQuery(OrderQuery.Filter.NONE, request), 2)
                    .collectList()), request);
            page.items().forEach(order -> pieces.add(order.id().value()));
            next = page.next();
        } while (next.isPresent());

        assertThat(orders(OrderQuery.Filter.NONE, sort)).hasSize(6).isEqualTo(pieces);
    }

    @Test
    void whatHasNoValueComesFirst() {
        int undated = get(stores().orders().add(order(3, null, "1"))).id().value();
        int cityless = get(stores().addresses().add(Address.parse(3, null, null, null, null, null))).id().value();

        assertThat(orders(OrderQuery.Filter.NONE, "orderDate")).containsExactly(undated, 1, 2, 3);
        assertThat(orders(OrderQuery.Filter.NONE, "-orderDate")).containsExactly(3, 2, 1, undated);
        assertThat(addresses(AddressQuery.Filter.NONE, "city")).startsWith(cityless, 3, 4, 5);
        assertThat(addresses(AddressQuery.Filter.NONE, "-country")).containsExactly(5, 4, 3, 2, 1, cityless);
    }

    private List<Integer> orders(OrderQuery.Filter filter, String sort) {
        var page = new PageRequest<>(Sort.parse(sort, OrderQuery.SORT_FIELDS), Optional.empty(), 500);
        return get(stores().orders().list(new OrderQuery(filter, page), 500).map(order -> order.id().value())
                .collectList());
    }

    private List<Integer> addresses(AddressQuery.Filter filter, String sort) {
        var page = new PageRequest<>(Sort.parse(sort, AddressQuery.SORT_FIELDS), Optional.empty(), 500);
        return get(stores().addresses().list(new AddressQuery(filter, page), 500).map(address -> address.id().value())
                .collectList());
    }

    private int version(CustomerId customer) {
        return get(stores().customers().find(customer)).version();
    }

    private static Order order(int customer, @Nullable String date, @Nullable String amount) {
        return Order.parse(customer, date, amount == null ? null : new BigDecimal(amount));
    }

    private static <T> T get(Mono<T> read) {
        return read.blockOptional().orElseThrow();
    }
}
