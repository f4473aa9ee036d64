package io.askwell.application.customer;

import static org.assertj.core.api.Assertions.assertThat;

import io.askwell.domain.access.Caller;
import io.askwell.domain.customer.Customer;
import io.askwell.domain.customer.CustomerDetails;
import io.askwell.domain.customer.CustomerDetails.Part;
import io.askwell.domain.customer.CustomerHasOrders;
import io.askwell.domain.customer.CustomerId;
import io.askwell.domain.customer.CustomerNotFound;
import io.askwell.domain.customer.CustomerQuery;
import io.askwell.domain.customer.Outdated;
import io.askwell.domain.customer.Precondition;
import io.askwell.domain.customer.RequestKey;
import io.askwell.domain.paging.Page;
import io.askwell.domain.paging.PageRequest;
import io.askwell.domain.paging.Position;
import io.askwell.domain.paging.Sort;
import io.askwell.testkit.customer.CustomerStores;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Mono;
import reactor.test.StepVerifier;

class CustomerServiceTest {
    private static final CustomerId ALICE = new CustomerId(1);
    private static final CustomerId NOBODY = new CustomerId(99);
    private final CustomerStores stores = CustomerStores.inMemory();
    private final CustomerService service = new CustomerService(stores.customers(), stores.orders(),
            stores.addresses(), stores.creations(), stores.unitOfWork());

    @Test
    void aPageThatIsNotTheLastSaysWhereTheNextBegins() {
        var page = page(Optional.empty(), 2, Set.of());

        assertThat(ids(page.items())).containsExactly(1, 2);
        assertThat(ids(page(page.next(), 2, Set.of()).items())).containsExactly(3);
    }

    @Test
    void theLastPageSaysSo() {
        assertThat(page(Optional.of(new Position(Optional.of(2), 2)), 2, Set.of()).next()).isEmpty();
        assertThat(page(Optional.empty(), 3, Set.of()).next()).isEmpty();
    }

    @Test
    void theCustomersOfAPageComeWithThePartsThatAreAskedFor() {
        assertThat(page(Optional.empty(), 3, Set.of(Part.ORDERS)).items()).satisfiesExactly(
                alice -> assertThat(alice.orders()).hasSize(2), bob -> assertThat(bob.orders()).hasSize(1),
                charlie -> assertThat(charlie.orders()).isEmpty()).allSatisfy(
                        customer -> assertThat(customer.addresses()).isNull());
    }

    @Test
    void theStreamGoesThroughAllPages() {
        assertThat(ids(service.stream(query(Optional.empty(), 1, Set.of())).collectList().block()))
                .containsExactly(1, 2, 3);
    }

    @Test
    void theStreamReadsAFewPagesAheadAndNoMore() {
        stores.customers().addAll(IntStream.rangeClosed(4, 20)
                .mapToObj(i -> Customer.parse("Somebody", "n" + i + "@example.com")).toList()).blockLast();

        StepVerifier.create(service.stream(query(Optional.empty(), 1, Set.of())), 1).expectNextCount(1)
                .then(() -> stores.customers().remove(new CustomerId(10), Precondition.NONE).block())
                .thenRequest(100).expectNextCount(18).verifyComplete();
    }

    @Test
    void aCustomerIsShownWithItsOrdersAndAddresses() {
        StepVerifier.create(service.find(ALICE, Set.of(Part.values()))).assertNext(alice -> {
            assertThat(alice.customer().data().name().value()).isEqualTo("Alice Wonderland");
            assertThat(alice.orders()).hasSize(2);
            assertThat(alice.addresses()).hasSize(2);
        }).verifyComplete();
    }

    @Test
    void whoDoesNotExistIsNotFound() {
        for (Mono<?> request : List.of(service.find(NOBODY, Set.of()), service.delete(NOBODY, Precondition.NONE, true),
                service.delete(NOBODY, Precondition.NONE, false),
                service.change(NOBODY, Precondition.NONE, it -> it))) {
            StepVerifier.create(request).expectErrorSatisfies(error -> assertThat(error)
                    .isInstanceOf(CustomerNotFound.class).hasMessageContaining("99")).verify();
        }
    }

    @Test
    void aKeyedRequestThatIsRepeatedGivesWhatItGaveTheFirstTime() {
        var key = Optional.of(new RequestKey(new Caller("alice"), "k", "dana"));
        var dana = Customer.parse("Dana", "dana@example.com");
        var first = service.create(dana, key).blockOptional().orElseThrow();
        service.change(first.id(), Precondition.NONE, it -> Customer.parse("Dana S.", "dana@example.com")).block();

        assertThat(service.create(dana, key).block()).isEqualTo(first);
    }

    @Test
    void aCustomerWithOrdersIsDeletedOnlyTogetherWithThem() {
        StepVerifier.create(service.delete(ALICE, Precondition.NONE, false)).expectError(CustomerHasOrders.class)
                .verify();
        StepVerifier.create(service.delete(ALICE, Precondition.NONE, true)).verifyComplete();

        assertThat(stores.customers().find(ALICE).blockOptional()).isEmpty();
        assertThat(stores.orders().of(List.of(ALICE)).collectList().block()).isEmpty();
    }

    @Test
    void anOutdatedDeletionDeletesNothing() {
        StepVerifier.create(service.delete(ALICE, Precondition.oneOf(Set.of(77)), true)).expectError(Outdated.class)
                .verify();

        assertThat(stores.orders().of(List.of(ALICE)).collectList().block()).hasSize(2);
    }

    private Page<CustomerDetails> page(Optional<Position> after, int limit, Set<Part> parts) {
        return service.list(query(after, limit, parts)).blockOptional().orElseThrow();
    }

    private static CustomerQuery query(Optional<Position> after, int limit, Set<Part> parts) {
        return new CustomerQuery(CustomerQuery.Filter.NONE,
                new PageRequest<>(new Sort<>(CustomerQuery.ID, false), after, limit), parts);
    }

    private static List<Integer> ids(List<CustomerDetails> customers) {
        return customers.stream().map(details -> details.customer().id().value()).toList();
    }
}
