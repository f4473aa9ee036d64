package io.askwell.testkit.customer;

import static org.assertj.core.api.Assertions.assertThat;

import io.askwell.domain.customer.Amount;
import io.askwell.domain.customer.Customer;
import io.askwell.domain.customer.CustomerHasOrders;
import io.askwell.domain.customer.CustomerId;
import io.askwell.domain.customer.CustomerQuery;
import io.askwell.domain.customer.CustomerQuery.Filter;
import io.askwell.domain.customer.EmailAlreadyTaken;
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
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.test.StepVerifier;

/** What every store of customers does, beginning with the sample rows. */
public abstract class CustomersContract {
    private static final CustomerId ALICE = new CustomerId(1);
    private static final CustomerId BOB = new CustomerId(2);
    private static final CustomerId CHARLIE = new CustomerId(3);
    private static final CustomerId NOBODY = new CustomerId(Integer.MAX_VALUE);

    protected abstract CustomerStores stores();

    @Test
    void findsACustomer() {
        assertThat(find(ALICE)).isEqualTo(
                new Stored<>(ALICE, find(ALICE).version(), Customer.parse("Alice Wonderland", "alice@example.com")));
        assertThat(stores().customers().find(NOBODY).blockOptional()).isEmpty();
    }

    @Test
    void storesACustomerUnderANewIdAtItsFirstVersion() {
        Stored<CustomerId, Customer> added = add("Žofie Nováková", "zofie@example.cz");

        assertThat(added.id().value()).isGreaterThan(3);
        assertThat(added.version()).isEqualTo(1);
        assertThat(find(added.id())).isEqualTo(added);
    }

    @Test
    void keepsANameThatLooksLikeSql() {
        String name = "Robert'); DROP TABLE customer;-- \\ \" 名前 🙂";

        assertThat(add(name, "bobby@example.com").data().name().value()).isEqualTo(name);
        assertThat(names(Filter.NONE, "id")).hasSize(4);
    }

    @Test
    void rejectsAnEmailAlreadyTakenWhateverItsCase() {
        StepVerifier.create(stores().customers().add(Customer.parse("Another Alice", "ALICE@Example.com")))
                .expectError(EmailAlreadyTaken.class).verify();
        StepVerifier.create(stores().customers().update(BOB, Precondition.NONE,
                bob -> Customer.parse("Bob", "Alice@example.com"))).expectError(EmailAlreadyTaken.class).verify();
        assertThat(names(Filter.NONE, "id")).hasSize(3);
    }

    @Test
    void aCustomerKeepsItsOwnEmail() {
        assertThat(change(BOB, "Bob the Builder", "BOB@example.com").data().email().value())
                .isEqualTo("BOB@example.com");
    }

    @Test
    void everyChangeRaisesTheVersion() {
        int before = find(BOB).version();

        Stored<CustomerId, Customer> changed = change(BOB, "Bob the Builder", "bob@example.com");

        assertThat(changed.version()).isEqualTo(before + 1);
        assertThat(find(BOB)).isEqualTo(changed);
    }

    @Test
    void whatStaysAsItIsKeepsItsVersion() {
        assertThat(change(BOB, "Bob Builder", "bob@example.com")).isEqualTo(find(BOB));
        assertThat(find(BOB).version()).isEqualTo(change(BOB, "Bob Builder", "bob@example.com").version());
    }

    @Test
    void changesAndRemovesOnlyTheVersionThatIsMeant() {
        int version = find(CHARLIE).version();
        var other = Precondition.oneOf(Set.of(version + 1));
        var meant = Precondition.oneOf(Set.of(version, version + 7));

        StepVerifier.create(stores().customers().update(CHARLIE, other, it -> Customer.parse("X", "x@example.com")))
                .expectError(Outdated.class).verify();
        StepVerifier.create(stores().customers().remove(CHARLIE, other)).expectError(Outdated.class).verify();
        assertThat(find(CHARLIE).data().name().value()).isEqualTo("Charlie Test");
        assertThat(stores().customers().update(CHARLIE, meant, it -> Customer.parse("C", "c@example.com"))
                .block()).isNotNull();
    }

    @Test
    void changesAndRemovesNothingWhereThereIsNothing() {
        assertThat(stores().customers().update(NOBODY, Precondition.NONE, it -> it).blockOptional()).isEmpty();
        assertThat(stores().customers().remove(NOBODY, Precondition.NONE).blockOptional()).isEmpty();
    }

    @Test
    void concurrentChangesLoseNothing() {
        CustomerId counter = add("0", "counter@example.com").id();

        Flux.range(0, 20)
                .flatMap(i -> stores().customers().update(counter, Precondition.NONE, customer -> Customer.parse(
                        String.valueOf(Integer.parseInt(customer.name().value()) + 1), customer.email().value())))
                .blockLast();

        assertThat(find(counter).data().name().value()).isEqualTo("20");
        assertThat(find(counter).version()).isEqualTo(21);
    }

    @Test
    void removesACustomerWithItsAddresses() {
        assertThat(stores().customers().remove(CHARLIE, Precondition.NONE).map(Stored::id).block()).isEqualTo(CHARLIE);
        assertThat(stores().customers().find(CHARLIE).blockOptional()).isEmpty();
        assertThat(stores().addresses().of(List.of(CHARLIE)).collectList().block()).isEmpty();
    }

    @Test
    void doesNotRemoveACustomerThatHasOrders() {
        StepVerifier.create(stores().customers().remove(ALICE, Precondition.NONE)).expectError(CustomerHasOrders.class)
                .verify();
        assertThat(stores().addresses().of(List.of(ALICE)).collectList().block()).hasSize(2);
    }

    @Test
    void addsManyAndSaysWhichItLeftOut() {
        var customers = List.of(Customer.parse("Dana", "dana@example.com"), Customer.parse("Bob", "BOB@example.com"),
                Customer.parse("Eve", "eve@example.com"), Customer.parse("Dana again", "DANA@example.com"),
                Customer.parse("Eve again", "eve@example.com"));

        assertThat(stores().customers().addAll(customers).collectList().block()).containsExactly(1, 3, 4);
        assertThat(names(Filter.NONE, "id")).containsExactly("Alice Wonderland", "Bob Builder", "Charlie Test", "Dana",
                "Eve");
        assertThat(stores().customers().addAll(List.of()).collectList().block()).isEmpty();
    }

    static Stream<Arguments> filters() {
        Optional<String> any = Optional.empty();
        Range<LocalDate> always = Range.all();
        Range<Amount> whatever = Range.all();
        return Stream.of(
                Arguments.of(new Filter(Optional.of("UILD"), any, any, any, always, whatever), List.of(2)),
                Arguments.of(new Filter(Optional.of("%"), any, any, any, always, whatever), List.of()),
                Arguments.of(new Filter(Optional.of("_"), any, any, any, always, whatever), List.of()),
                Arguments.of(new Filter(any, Optional.of("Bob@Example.com"), any, any, always, whatever), List.of(2)),
                Arguments.of(new Filter(any, any, Optional.of("wonderland"), any, always, whatever), List.of(1)),
                Arguments.of(new Filter(any, any, any, Optional.of("usa"), always, whatever), List.of(2, 3)),
                Arguments.of(new Filter(any, any, Optional.of("Testville"), Optional.of("Fantasy"), always, whatever),
                        List.of()),
                Arguments.of(new Filter(any, any, any, any, days("2024-06-15", "2024-07-20"), whatever), List.of(1, 2)),
                Arguments.of(new Filter(any, any, any, any, always, amounts("99.99", "100.00")), List.of(2)),
                Arguments.of(new Filter(any, any, any, any, days("2024-05-01", "2024-05-31"), amounts("200", "300")),
                        List.of()));
    }

    @ParameterizedTest
    @MethodSource("filters")
    void listsThoseThatAreAsAskedFor(Filter filter, List<Integer> ids) {
        assertThat(list(filter, "id", 500, Optional.empty())).extracting(customer -> customer.id().value())
                .isEqualTo(ids);
    }

    @ParameterizedTest
    @CsvSource({"id", "-id", "name", "-name", "email", "-email"})
    void pagesAreTheListCutInPiecesWhateverItsOrder(String sort) {
        add("alice wonderland", "a@example.com");
        add("Bob Builder", "Z@example.com");
        add("bob builder", "y@example.com");

        List<Stored<CustomerId, Customer>> whole = list(Filter.NONE, sort, 500, Optional.empty());
        var pieces = new ArrayList<Stored<CustomerId, Customer>>();
        Optional<Position> next = Optional.empty();
        do {
            var page = Page.of(list(Filter.NONE, sort, 3, next), request(sort, 2, next));
            pieces.addAll(page.items());
            next = page.next();
        } while (next.isPresent());

        assertThat(whole).hasSize(6).isEqualTo(pieces);
    }

    @Test
    void sortsBothWays() {
        assertThat(names(Filter.NONE, "-name")).containsExactly("Charlie Test", "Bob Builder", "Alice Wonderland");
        assertThat(names(Filter.NONE, "email")).containsExactly("Alice Wonderland", "Bob Builder", "Charlie Test");
    }

    @Test
    void aPageGoesOnWhereTheLastOneEndedAlsoIfThatCustomerIsGone() {
        Optional<Position> afterBob = Page.of(list(Filter.NONE, "name", 3, Optional.empty()),
                request("name", 2, Optional.empty())).next();
        stores().orders().removeOf(BOB).then(stores().customers().remove(BOB, Precondition.NONE)).block();

        assertThat(list(Filter.NONE, "name", 3, afterBob)).extracting(Stored::id).containsExactly(CHARLIE);
    }

    private static Range<LocalDate> days(String from, String to) {
        return new Range<LocalDate>(Optional.of(LocalDate.parse(from)), Optional.of(LocalDate.parse(to)));
    }

    private static Range<Amount> amounts(String from, String to) {
        return new Range<Amount>(Optional.of(Amount.parse("from", new BigDecimal(from))),
                Optional.of(Amount.parse("to", new BigDecimal(to))));
    }

    private Stored<CustomerId, Customer> find(CustomerId id) {
        return get(stores().customers().find(id));
    }

    private Stored<CustomerId, Customer> add(String name, String email) {
        return get(stores().customers().add(Customer.parse(name, email)));
    }

    private Stored<CustomerId, Customer> change(CustomerId id, String name, String email) {
        return get(stores().customers().update(id, Precondition.NONE, before -> Customer.parse(name, email)));
    }

    private List<String> names(Filter filter, String sort) {
        return list(filter, sort, 500, Optional.empty()).stream().map(customer -> customer.data().name().value())
                .toList();
    }

    private List<Stored<CustomerId, Customer>> list(Filter filter, String sort, int limit, Optional<Position> after) {
        return get(stores().customers().list(new CustomerQuery(filter, request(sort, limit, after), Set.of()), limit)
                .collectList());
    }

    private static PageRequest<Stored<CustomerId, Customer>> request(String sort, int limit, Optional<Position> after) {
        return new PageRequest<>(Sort.parse(sort, CustomerQuery.SORT_FIELDS), after, limit);
    }

    private static <T> T get(Mono<T> read) {
        return read.blockOptional().orElseThrow();
    }
}
