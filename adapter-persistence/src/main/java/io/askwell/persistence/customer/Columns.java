package io.askwell.persistence.customer;

import io.askwell.domain.customer.CustomerId;
import io.r2dbc.spi.Readable;
import java.util.Objects;

/** Reads columns that are never null. */
final class Columns {
    private Columns() {}

    static int integer(Readable row, String column) {
        return Objects.requireNonNull(row.get(column, Integer.class), column);
    }

    static String text(Readable row, String column) {
        return Objects.requireNonNull(row.get(column, String.class), column);
    }

    static CustomerId customerId(Readable row, String column) {
        return new CustomerId(integer(row, column));
    }
}
