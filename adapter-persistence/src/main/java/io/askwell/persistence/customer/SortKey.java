package io.askwell.persistence.customer;

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

    String of(String value) {
        return expression.replace("{}", value);
    }
}
