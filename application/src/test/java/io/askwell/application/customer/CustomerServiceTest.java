package io.askwell.application.customer;

import static org.assertj.core.api.Assertions.assertThat;

import io.askwell.domain.customer.CustomerId;
import io.askwell.domain.customer.CustomerNotFound;
import io.askwell.domain.customer.NewCustomer;
import io.askwell.domain.customer.Page;
import io.askwell.domain.customer.PageRequest;
import io.askwell.testkit.customer.InMemoryAddresses;
import io.askwell.testkit.customer.InMemoryCustomers;
import io.askwell.testkit.customer.InMemoryOrders;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import reactor.test.StepVerifier;

class CustomerServiceTest {
    private final CustomerService service = new CustomerService(new InMemoryCustomers(), new InMemoryOrders(),
            new InMemoryAddresses());

    @Test
    void aPageThatIsNotTheLastSaysWhereTheNextBegins() {
        Page page = page(Optional.empty(), 2);

        assertThat(page.items()).extracting(customer -> customer.id().value()).containsExactly(1, 2);
        assertThat(page.next()).contains(new CustomerId(2));
    }

    @Test
    void theLastPageSaysSo() {
        assertThat(page(Optional.of(new CustomerId(2)), 2).next()).isEmpty();
        assertThat(page(Optional.empty(), 3).next()).isEmpty();
    }

    @Test
    void aCustomerIsShownWithItsOrdersAndAddresses() {
        StepVerifier.create(service.find(new CustomerId(1))).assertNext(alice -> {
            assertThat(alice.customer().name().value()).isEqualTo("Alice Wonderland");
            assertThat(alice.orders()).hasSize(2);
            assertThat(alice.addresses()).hasSize(2);
        }).verifyComplete();
    }

    @Test
    void whoDoesNotExistIsNotFound() {
        StepVerifier.create(service.find(new CustomerId(99))).expectErrorSatisfies(
                error -> assertThat(error).isInstanceOf(CustomerNotFound.class).hasMessageContaining("99")).verify();
    }

    @Test
    void aNewCustomerCanBeFound() {
        var created = service.create(NewCustomer.parse("Dana", "dana@example.com"));

        StepVerifier.create(created.flatMap(dana -> service.find(dana.id())))
                .assertNext(found -> assertThat(found.customer().email().value()).isEqualTo("dana@example.com"))
                .verifyComplete();
    }

    private Page page(Optional<CustomerId> after, int limit) {
        return service.list(new PageRequest(after, limit)).blockOptional().orElseThrow();
    }
}
