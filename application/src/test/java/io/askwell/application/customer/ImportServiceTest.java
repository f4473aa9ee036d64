package io.askwell.application.customer;

import static org.assertj.core.api.Assertions.assertThat;

import io.askwell.domain.customer.Customer;
import io.askwell.domain.customer.CustomerQuery;
import io.askwell.domain.customer.ImportLine;
import io.askwell.domain.customer.ImportMode;
import io.askwell.domain.customer.ImportReport;
import io.askwell.domain.customer.ImportsBusy;
import io.askwell.domain.failure.Invalid;
import io.askwell.domain.failure.Violation;
import io.askwell.domain.paging.PageRequest;
import io.askwell.domain.paging.Sort;
import io.askwell.testkit.customer.CustomerStores;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import reactor.core.Disposable;
import reactor.core.publisher.Flux;
import reactor.test.StepVerifier;

class ImportServiceTest {
    private static final Violation TAKEN = new Violation("lines[3].email", "belongs to another customer already");
    private final CustomerStores stores = CustomerStores.inMemory();
    private final ImportService service = new ImportService(stores.customers(), stores.unitOfWork());
    private final Flux<ImportLine> mixed = Flux.just(read(1, "dana@example.com"),
            new ImportLine.Wrong(2, List.of(new Violation("name", "must not be blank"))), read(3, "BOB@example.com"),
            read(4, "eve@example.com"));

    @Test
    void storesAllLinesWhereAllAreRight() {
        assertThat(service.run(Flux.range(1, 5_000).map(i -> read(i, "n" + i + "@example.com")),
                ImportMode.ALL_OR_NOTHING).block()).isEqualTo(new ImportReport(5_000, 0, List.of()));
        assertThat(stored()).isEqualTo(500);
    }

    @Test
    void storesNothingWhereALineIsWrongAndNamesEachOfThem() {
        StepVerifier.create(service.run(mixed, ImportMode.ALL_OR_NOTHING)).expectErrorSatisfies(error -> {
            assertThat(error).isInstanceOf(Invalid.class)
                    .hasMessage("2 of 4 lines are wrong, so nothing was imported.");
            assertThat(((Invalid) error).violations())
                    .containsExactly(new Violation("lines[2].name", "must not be blank"), TAKEN);
        }).verify();
        assertThat(stored()).isEqualTo(3);
    }

    @Test
    void storesWhatIsRightIfThatIsWanted() {
        assertThat(service.run(mixed, ImportMode.PARTIAL).block()).isEqualTo(new ImportReport(2, 2,
                List.of(new Violation("lines[2].name", "must not be blank"), TAKEN)));
        assertThat(stored()).isEqualTo(5);
    }

    @Test
    void countsEveryWrongLineButTellsOfSomeOnly() {
        var wrong = Flux.range(1, 3_000).<ImportLine>map(
                i -> new ImportLine.Wrong(i, List.of(new Violation("name", "x"), new Violation("email", "y"))));

        assertThat(service.run(wrong, ImportMode.PARTIAL).block()).satisfies(report -> {
            assertThat(report.rejected()).isEqualTo(3_000);
            assertThat(report.errors()).hasSize(ImportReport.MAX_ERRORS)
                    .endsWith(new Violation("lines[500].email", "y"));
        });
    }

    @Test
    void readsNoMoreLinesThanItCanStore() {
        var requested = new AtomicLong();
        Flux<ImportLine> lines = Flux.range(1, 50_000).map(i -> read(i, "n" + i + "@example.com"))
                .doOnRequest(requested::addAndGet);

        StepVerifier.create(service.run(lines.takeUntil(line -> line.number() == 1), ImportMode.PARTIAL))
                .expectNextCount(1).verifyComplete();

        assertThat(requested).hasValueLessThan(10_000);
    }

    @Test
    void someImportsRunAtATimeAndNoMore() {
        List<Disposable> running = IntStream.range(0, 4)
                .mapToObj(i -> service.run(Flux.never(), ImportMode.PARTIAL).subscribe()).toList();

        StepVerifier.create(service.run(mixed, ImportMode.PARTIAL)).expectError(ImportsBusy.class).verify();
        running.getFirst().dispose();
        assertThat(service.run(mixed, ImportMode.PARTIAL).block()).isNotNull();
    }

    private static ImportLine read(long number, String email) {
        return new ImportLine.Read(number, Customer.parse("Somebody", email));
    }

    private long stored() {
        var page = new PageRequest<>(new Sort<>(CustomerQuery.ID, false), Optional.empty(), 500);
        return stores.customers().list(new CustomerQuery(CustomerQuery.Filter.NONE, page, Set.of()), 500).count()
                .blockOptional().orElseThrow();
    }
}
