package io.askwell.interpreter.sql;

import java.util.ArrayList;
import java.util.List;

/** One SELECT that is being put together; its parts are SQL. */
final class Select {
    private final List<String> columns = new ArrayList<>();
    private final StringBuilder from = new StringBuilder();
    private final List<String> where = new ArrayList<>();
    private final List<String> groupBy = new ArrayList<>();
    private final List<String> having = new ArrayList<>();
    private final List<String> orderBy = new ArrayList<>();
    private boolean distinct;

    Select column(String expression) {
        columns.add(expression);
        return this;
    }

    Select column(String expression, String name) {
        return column(expression + " AS " + Identifiers.name(name));
    }

    Select distinct() {
        distinct = true;
        return this;
    }

    Select from(String table, String alias) {
        from.append(table).append(" AS ").append(alias);
        return this;
    }

    /** @param kind such as {@code LEFT JOIN} */
    Select join(String kind, String table, String alias, String on) {
        from.append(' ').append(kind).append(' ').append(table).append(" AS ").append(alias).append(" ON ").append(on);
        return this;
    }

    Select where(String condition) {
        if (!where.contains(condition)) {
            where.add(condition);
        }
        return this;
    }

    Select groupBy(String expression) {
        if (!groupBy.contains(expression)) {
            groupBy.add(expression);
        }
        return this;
    }

    Select having(String condition) {
        having.add(condition);
        return this;
    }

    Select orderBy(String expression) {
        if (!orderBy.contains(expression)) {
            orderBy.add(expression);
        }
        return this;
    }

    String sql() {
        StringBuilder sql = new StringBuilder(distinct ? "SELECT DISTINCT " : "SELECT ");
        sql.append(String.join(", ", columns)).append(" FROM ").append(from);
        append(sql, " WHERE ", " AND ", where);
        append(sql, " GROUP BY ", ", ", groupBy);
        append(sql, " HAVING ", " AND ", having);
        append(sql, " ORDER BY ", ", ", orderBy);
        return sql.toString();
    }

    private static void append(StringBuilder sql, String clause, String separator, List<String> parts) {
        if (!parts.isEmpty()) {
            sql.append(clause).append(String.join(separator, parts));
        }
    }
}
