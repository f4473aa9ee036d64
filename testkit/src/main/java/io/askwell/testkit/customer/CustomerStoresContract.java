package io.askwell.testkit.customer;

import static org.assertj.core.api.Assertions.assertThat;

import io.askwell.domain.customer.Customer;
import io.askwell.domain.customer.CustomerId;
import io.askwell.domain.customer.EmailAlreadyTaken;
import io.askwell.domain.customer.NewCustomer;
import io.askwell.domain.customer.port.out.Addresses;
import io.askwell.domain.customer.port.out.Customers;
import io.askwell.domain.customer.port.out.Orders;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import reactor.test.StepVerifier;

/** What every implementation of the customer stores does, beginning with the sample rows. */
public abstract class CustomerStoresContract {
    private static final CustomerId ALICE = new CustomerId(1);
    private static final CustomerId CHARLIE = new CustomerId(3);
    private static final CustomerId NOBODY = new CustomerId(Integer.MAX_VALUE);

    protected abstract Customers customers();

    protected abstract Orders orders();

    protected abstract Addresses addresses();

    @Test
    void listsCustomersById() {
        assertThat(names(Optional.empty(), 500)).containsExactly("Alice Wonderland", "Bob Builder", "Charlie Test");
    }

    @Test
    void listsFromWhereItIsTold() {
        assertThat(names(Optional.of(ALICE), 1)).containsExactly("Bob Builder");
        assertThat(names(Optional.of(CHARLIE), 500)).isEmpty();
    }

    @Test
    void findsACustomer() {
        assertThat(customers().find(ALICE).block()).satisfies(alice -> {
            assertThat(alice.id()).isEqualTo(ALICE);
            assertThat(alice.email().value()).isEqualTo("alice@example.com");
        });
    }

    @Test
    void findsNobodyUnderAnIdThatIsNotGiven() {
        assertThat(customers().find(NOBODY).blockOptional()).isEmpty();
    }

    @Test
    void storesACustomerUnderANewId() {
        Customer added = customers().add(NewCustomer.parse("Žofie Nováková", "zofie@example.cz")).blockOptional()
                .orElseThrow();

        assertThat(added.id().value()).isGreaterThan(3);
        assertThat(customers().find(added.id()).block()).isEqualTo(added);
    }

    @Test
    void keepsANameThatLooksLikeSql() {
        String name = "Robert'); DROP TABLE customer;-- \\ \" 名前 🙂";

        Customer added = customers().add(NewCustomer.parse(name, "bobby@example.com")).blockOptional().orElseThrow();

        assertThat(added.name().value()).isEqualTo(name);
        assertThat(names(Optional.empty(), 500)).hasSize(4);
    }

    @Test
    void rejectsAnEmailAlreadyTakenWhateverItsCase() {
        var again = customers().add(NewCustomer.parse("Another Alice", "ALICE@Example.com"));

        StepVerifier.create(again).expectError(EmailAlreadyTaken.class).verify();
        assertThat(names(Optional.empty(), 500)).hasSize(3);
    }

    @Test
    void readsTheOrdersOfACustomer() {
        assertThat(orders().of(ALICE).collectList().block()).satisfiesExactly(may -> {
            assertThat(may.customerId()).isEqualTo(ALICE);
            assertThat(may.orderDate()).isEqualTo(LocalDate.of(2024, 5, 1));
            assertThat(may.totalAmount()).isEqualTo(new BigDecimal("150.00"));
        }, june -> assertThat(june.totalAmount()).isEqualTo(new BigDecimal("250.00")));
    }

    @Test
    void readsNoOrdersWhereThereAreNone() {
        assertThat(orders().of(CHARLIE).collectList().block()).isEmpty();
        assertThat(orders().of(NOBODY).collectList().block()).isEmpty();
    }

    @Test
    void readsTheAddressesOfACustomer() {
        assertThat(addresses().of(CHARLIE).collectList().block()).satisfiesExactly(billing -> {
            assertThat(billing.type()).isEqualTo("billing");
            assertThat(billing.street()).isEqualTo("42 Test Lane");
            assertThat(billing.city()).isEqualTo("Testville");
            assertThat(billing.zip()).isEqualTo("30003");
            assertThat(billing.country()).isEqualTo("USA");
        }, shipping -> assertThat(shipping.street()).isEqualTo("43 Test Lane"));
    }

    private List<String> names(Optional<CustomerId> after, int limit) {
        return customers().list(after, limit).map(customer -> customer.name().value()).collectList().blockOptional()
                .orElseThrow();
    }
}
