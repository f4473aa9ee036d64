package io.askwell.persistence.customer;

import java.math.BigDecimal;
import java.time.LocalDate;

/**
 * How a field is sorted by. There is an index on the expression and the id.
 *
 * @param expression in SQL, with {@code {}} where the column stands; it is never null, the least for what has no value
 * @param type of the column's values
 */
record SortKey(String expression, String column, Class<?> type) {
    static final SortKey ID = new SortKey("{}", "id", Integer.class);

    String ofColumn() {
        return of(column);
    }

    /** A parameter as this key, of a type that the database need not guess. */
    String ofParameter() {
        return of("CAST(? AS %s)".formatted(sqlType()));
    }

    private String sqlType() {
        if (type.equals(Integer.class)) {
            return "integer";
        }
        if (type.equals(BigDecimal.class)) {
            return "numeric";
        }
        return type.equals(LocalDate.class) ? "date" : "text";
    }

    private String of(String value) {
        return expression.replace("{}", value);
    }
}
