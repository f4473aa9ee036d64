package io.askwell.persistence.customer;

import io.askwell.domain.customer.Amount;
import io.askwell.domain.paging.PageRequest;
import io.askwell.domain.paging.Position;
import io.askwell.domain.paging.Range;
import io.r2dbc.spi.Parameters;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** The conditions, the order and the parameters of a query over a table, which it calls {@code t}. */
final class Selection {
    private final List<String> conditions = new ArrayList<>();
    private final List<Object> parameters;
    private String order = "id";

    Selection() {
        this(new ArrayList<>());
    }

    private Selection(List<Object> parameters) {
        this.parameters = parameters;
    }

    /** Adds a condition. Each {@code ?} stands for one of the values. */
    Selection where(String condition, Object... values) {
        StringBuilder sql = new StringBuilder(condition);
        for (Object value : values) {
            int mark = sql.indexOf("?");
            sql.replace(mark, mark + 1, parameter(value));
        }
        conditions.add(sql.toString());
        return this;
    }

    /** Adds a condition if there is a value for it. */
    Selection whereIf(Optional<?> value, String condition) {
        return value.map(it -> where(condition, it)).orElse(this);
    }

    /** Adds that there is a row of another table that belongs to the customer and is as the conditions say. */
    Selection whereExists(String table, UnaryOperator<Selection> row) {
        Selection inner = row.apply(new Selection(parameters));
        if (!inner.conditions.isEmpty()) {
            conditions.add("EXISTS (SELECT FROM %s WHERE customer_id = t.id AND %s)".formatted(table,
                    String.join(" AND ", inner.conditions)));
        }
        return this;
    }

    /** What has no value lies in no range. */
    Selection within(Range<?> range, SortKey key) {
        if (!range.isAll()) {
            conditions.add(key.column() + " IS NOT NULL");
        }
        range.from().ifPresent(from -> where(key.ofColumn() + " >= ?", bound(from)));
        range.to().ifPresent(to -> where(key.ofColumn() + " <= ?", bound(to)));
        return this;
    }

    /**
     * Begins where the page begins, in its order.
     *
     * @param keys by the name of the field
     */
    <T> Selection page(PageRequest<T> page, Map<String, SortKey> keys) {
        var sort = page.sort();
        SortKey key = keys.get(sort.field().name());
        if (key == null) {
            throw new IllegalArgumentException("no index sorts by " + sort.field().name());
        }
        String direction = sort.descending() ? " DESC" : "";
        String comparison = sort.descending() ? "<" : ">";
        page.after().ifPresent(after -> {
            if (key.equals(SortKey.ID)) {
                where("id " + comparison + " ?", after.id());
            } else {
                where("(%s, id) %s (%s, ?)".formatted(key.ofColumn(), comparison, key.ofParameter()), bound(after, key),
                        after.id());
            }
        });
        order = key.equals(SortKey.ID) ? "id" + direction : key.ofColumn() + direction + ", id" + direction;
        return this;
    }

    /** The statement; its last parameter is the limit. */
    String sql(String columns, String table) {
        return "SELECT %s FROM %s AS t%s ORDER BY %s LIMIT $%d".formatted(columns, table,
                conditions.isEmpty() ? "" : " WHERE " + String.join(" AND ", conditions), order,
                parameters.size() + 1);
    }

    Object[] parameters(int limit) {
        var all = new ArrayList<>(parameters);
        all.add(limit);
        return all.toArray();
    }

    private String parameter(Object value) {
        parameters.add(value);
        return "$" + parameters.size();
    }

    private static Object bound(Position position, SortKey key) {
        return position.key().map(Selection::bound).orElseGet(() -> Parameters.in(key.type()));
    }

    private static Object bound(Object value) {
        return value instanceof Amount amount ? amount.value() : value;
    }
}
