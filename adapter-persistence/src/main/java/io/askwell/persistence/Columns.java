package io.askwell.persistence;

import io.r2dbc.spi.Parameters;
import io.r2dbc.spi.Readable;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Reads columns that are never null, and writes those that may be. */
public final class Columns {
    private Columns() {}

    public static int integer(Readable row, String column) {
        return Objects.requireNonNull(row.get(column, Integer.class), column);
    }

    public static int integer(Readable row, int index) {
        return Objects.requireNonNull(row.get(index, Integer.class));
    }

    public static String text(Readable row, int index) {
        return Objects.requireNonNull(row.get(index, String.class));
    }

    public static String text(Readable row, String column) {
        return Objects.requireNonNull(row.get(column, String.class), column);
    }

    /** A value as a parameter, which has its type also where it is null. */
    public static Object nullable(Class<?> type, @Nullable Object value) {
        return value == null ? Parameters.in(type) : value;
    }
}
