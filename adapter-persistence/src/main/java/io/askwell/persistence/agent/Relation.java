package io.askwell.persistence.agent;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One thing that a FROM names: a table, a subquery, a function.
 *
 * @param name by which columns refer to it; null if they cannot
 * @param written that name as SQL
 * @param described how people and models know it: a table by its full name
 * @param schema of a table that goes by its own name
 * @param columns in order, as Postgres names them; an expression without a name is the empty text
 * @param kind what it is
 */
record Relation(@Nullable String name, String written, String described, @Nullable String schema,
        List<String> columns, Kind kind) {

    enum Kind {
        /** Of the database: it may have columns that the agent does not see. */
        STORED,
        /** A subquery, whose columns are all known. */
        DERIVED,
        /** A function: its columns are known by the names that it can have, not in order. */
        FUNCTION
    }

    Relation {
        columns = List.copyOf(columns);
    }

    boolean has(String column) {
        return !column.isEmpty() && columns.contains(column);
    }

    boolean goesBy(String qualifier) {
        return qualifier.equals(name);
    }
}
