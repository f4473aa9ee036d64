package io.askwell.interpreter.sql;

import io.askwell.domain.agent.Schema.TableName;
import java.util.Set;
import java.util.regex.Pattern;

/** How names and texts stand in SQL. */
final class Identifiers {
    private static final Pattern PLAIN = Pattern.compile("[a-z_][a-z0-9_]*");
    /** Words that Postgres, or a common parser of its dialect, does not take as a name. */
    private static final Set<String> RESERVED = Set.of("all", "analyse", "analyze", "and", "any", "array", "as", "asc",
            "asymmetric", "authorization", "between", "both", "by", "case", "cast", "check", "collate", "column",
            "constraint", "create", "cross", "current", "current_date", "current_time", "current_timestamp",
            "current_user", "default", "deferrable", "delete", "desc", "distinct", "do", "else", "end", "except",
            "exists", "false", "fetch", "final", "first", "for", "foreign", "from", "full", "function", "grant",
            "group", "having", "if", "ignore", "ilike", "in", "index", "inner", "insert", "intersect", "interval",
            "into", "is", "isnull", "join", "key", "last", "lateral", "left", "like", "limit", "natural", "new", "next",
            "not", "notnull", "null", "offset", "old", "on", "only", "or", "order", "outer", "overlaps", "placing",
            "primary", "references", "returning", "right", "row", "rows", "select", "session_user", "set", "similar",
            "some", "symmetric", "table", "then", "to", "top", "trailing", "true", "union", "unique", "update", "user",
            "using", "value", "values", "variadic", "verbose", "when", "where", "window", "with");

    private Identifiers() {}

    static String name(String name) {
        return PLAIN.matcher(name).matches() && !RESERVED.contains(name)
                ? name
                : '"' + name.replace("\"", "\"\"") + '"';
    }

    static String table(TableName table) {
        return name(table.schema()) + "." + name(table.name());
    }

    /** A text literal; a backslash means itself, as it does by default. */
    static String text(String text) {
        return "'" + text.replace("'", "''") + "'";
    }
}
