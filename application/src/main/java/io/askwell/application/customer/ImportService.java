package io.askwell.application.customer;

import io.askwell.domain.customer.EmailAlreadyTaken;
import io.askwell.domain.customer.ImportLine;
import io.askwell.domain.customer.ImportMode;
import io.askwell.domain.customer.ImportReport;
import io.askwell.domain.customer.ImportsBusy;
import io.askwell.domain.customer.port.in.ImportCustomers;
import io.askwell.domain.customer.port.out.Customers;
import io.askwell.domain.customer.port.out.UnitOfWork;
import io.askwell.domain.failure.Invalid;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.UnaryOperator;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Stores the lines of an import batch by batch, so that its length costs no memory. */
public final class ImportService implements ImportCustomers {
    /** Large enough that a round trip to the database does not count, small enough to be nothing in memory. */
    private static final int BATCH = 2_000;
    /** Each holds a connection to the database for as long as its client sends. */
    private static final int MAX_AT_A_TIME = 4;
    private final AtomicInteger running = new AtomicInteger();
    private final Customers customers;
    private final UnitOfWork unitOfWork;

    public ImportService(Customers customers, UnitOfWork unitOfWork) {
        this.customers = customers;
        this.unitOfWork = unitOfWork;
    }

    @Override
    public Mono<ImportReport> run(Flux<ImportLine> lines, ImportMode mode) {
        return Mono.using(this::begin, begun -> store(lines, mode), begun -> running.decrementAndGet());
    }

    private int begin() {
        if (running.incrementAndGet() > MAX_AT_A_TIME) {
            running.decrementAndGet();
            throw new ImportsBusy(MAX_AT_A_TIME);
        }
        return MAX_AT_A_TIME;
    }

    private Mono<ImportReport> store(Flux<ImportLine> lines, ImportMode mode) {
        Mono<ImportReport> report = lines.buffer(BATCH).concatMap(this::store, 1)
                .reduce(ImportReport.EMPTY, (soFar, step) -> step.apply(soFar));
        return switch (mode) {
            case PARTIAL -> report;
            case ALL_OR_NOTHING -> unitOfWork.run(report.doOnNext(ImportService::requireAll));
        };
    }

    /** What a batch adds to the report. */
    private Mono<UnaryOperator<ImportReport>> store(List<ImportLine> batch) {
        var read = new ArrayList<ImportLine.Read>();
        var wrong = new ArrayList<ImportLine.Wrong>();
        for (ImportLine line : batch) {
            switch (line) {
                case ImportLine.Read customer -> read.add(customer);
                case ImportLine.Wrong other -> wrong.add(other);
            }
        }
        return customers.addAll(read.stream().map(ImportLine.Read::customer).toList())
                .map(leftOut -> taken(read.get(leftOut))).collectList().map(taken -> {
                    wrong.addAll(taken);
                    wrong.sort(Comparator.comparingLong(ImportLine.Wrong::number));
                    return report -> report.plus(read.size() - taken.size(), wrong);
                });
    }

    private static ImportLine.Wrong taken(ImportLine.Read line) {
        return new ImportLine.Wrong(line.number(), List.of(new EmailAlreadyTaken().violation()));
    }

    /** The error undoes what was stored. */
    private static void requireAll(ImportReport report) {
        if (report.rejected() > 0) {
            throw new Invalid("import-rejected", "%d of %d lines are wrong, so nothing was imported.".formatted(
                    report.rejected(), report.imported() + report.rejected()), report.errors());
        }
    }
}
