package io.askwell.domain.customer;

import io.askwell.domain.failure.Violation;
import java.util.ArrayList;
import java.util.List;

/**
 * What became of an import so far.
 *
 * @param imported how many lines are stored
 * @param rejected how many are not
 * @param errors what is wrong with which field of which line, for the first {@value #MAX_ERRORS}
 */
public record ImportReport(long imported, long rejected, List<Violation> errors) {
    public static final int MAX_ERRORS = 1_000;
    public static final ImportReport EMPTY = new ImportReport(0, 0, List.of());

    public ImportReport {
        errors = List.copyOf(errors);
    }

    /** The same with some more lines stored, and others not. */
    public ImportReport plus(long stored, List<ImportLine.Wrong> wrong) {
        if (wrong.isEmpty()) {
            return new ImportReport(imported + stored, rejected, errors);
        }
        var all = new ArrayList<>(errors);
        wrong.stream().flatMap(line -> line.violations().stream()
                .map(violation -> new Violation("lines[%d].%s".formatted(line.number(), violation.field()),
                        violation.message())))
                .limit(MAX_ERRORS - errors.size()).forEach(all::add);
        return new ImportReport(imported + stored, rejected + wrong.size(), all);
    }
}
