package io.askwell.persistence.agent;

import io.askwell.domain.agent.Schema;
import io.askwell.domain.agent.Schema.TableName;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import net.sf.jsqlparser.schema.Column;
import net.sf.jsqlparser.schema.Table;
import net.sf.jsqlparser.statement.select.AllTableColumns;
import net.sf.jsqlparser.statement.select.WithItem;

/**
 * What the names of one statement stand for. Tables must be of the schema or be made by the statement's own WITH; columns
 * with a table before them must be columns of that table, since Postgres would take {@code customer.f} for a call of f.
 */
final class SqlNames {
    private static final String DEFAULT_SCHEMA = "public";
    /** Every table of Postgres' own catalogue, which it looks through before any other schema, begins so. */
    private static final String SYSTEM_PREFIX = "pg_";
    /** Words that look like columns and tell who is logged in. */
    private static final Set<String> SESSION_WORDS = Set.of("current_user", "session_user", "user", "current_role",
            "system_user", "current_catalog", "current_schema");
    private final Schema schema;
    private final Set<String> commonTables = new HashSet<>();
    /** The {@code c} of {@code c.name}: the parser calls it a table too, but it only points at one. */
    private final Set<Object> qualifiers = Collections.newSetFromMap(new IdentityHashMap<>());
    private final List<Table> tables = new ArrayList<>();
    private final Map<String, List<Schema.Table>> tablesByQualifier = new HashMap<>();

    /** @throws SqlViolation if a table is not to be had */
    SqlNames(Schema schema, Collection<Object> nodes) {
        this.schema = schema;
        nodes.forEach(this::collect);
        for (Table table : tables) {
            if (!qualifiers.contains(table)) {
                resolve(table);
            }
        }
    }

    private void collect(Object node) {
        switch (node) {
            case WithItem<?> item -> commonTables.add(commonTable(item));
            case Column column when column.getTable() != null -> qualifiers.add(column.getTable());
            case AllTableColumns all -> qualifiers.add(all.getTable());
            case Table table -> tables.add(table);
            default -> {
            }
        }
    }

    /** Outside its WITH such a name would reach the system's table, so no WITH may take it. */
    private static String commonTable(WithItem<?> item) {
        String name = identifier(item.getAlias().getName());
        if (name.startsWith(SYSTEM_PREFIX)) {
            throw new SqlViolation("a WITH name must not begin with " + SYSTEM_PREFIX);
        }
        return name;
    }

    private void resolve(Table table) {
        if (table.getDatabase() != null && table.getDatabase().getDatabaseName() != null) {
            throw new SqlViolation("a database name before a table is not allowed");
        }
        String name = identifier(table.getName());
        if (table.getSchemaName() == null && commonTables.contains(name)) {
            return;
        }
        var full = new TableName(
                table.getSchemaName() == null ? DEFAULT_SCHEMA : identifier(table.getSchemaName()), name);
        Schema.Table known = schema.table(full).orElseThrow(() -> new SqlViolation(
                "there is no table %s here; the tables are %s".formatted(full, schema.tables().stream()
                        .map(it -> it.name().toString()).sorted().toList())));
        if (table.getSchemaName() == null) {
            // What runs says so too, whatever the session's search path is.
            table.setSchemaName(DEFAULT_SCHEMA);
        }
        String qualifier = table.getAlias() == null ? name : identifier(table.getAlias().getName());
        tablesByQualifier.computeIfAbsent(qualifier, any -> new ArrayList<>()).add(known);
    }

    /** @throws SqlViolation if the column is none of the table that stands before it, or tells who is logged in */
    void check(Column column) {
        String name = identifier(column.getColumnName());
        if (column.getTable() == null) {
            if (SESSION_WORDS.contains(name)) {
                throw new SqlViolation(name + " is not allowed");
            }
            return;
        }
        String qualifier = identifier(column.getTable().getName());
        for (Schema.Table table : tablesByQualifier.getOrDefault(qualifier, List.of())) {
            if (table.column(name).isEmpty()) {
                throw new SqlViolation(
                        "column %s.%s does not exist; the columns of %s are %s".formatted(qualifier, name,
                                table.name(), table.columns().stream().map(Schema.Column::name).toList()));
            }
        }
    }

    /** As Postgres reads it: quoted as it stands, else in lower case. */
    private static String identifier(String written) {
        return written.startsWith("\"") && written.endsWith("\"") && written.length() > 1
                ? written.substring(1, written.length() - 1).replace("\"\"", "\"")
                : written.toLowerCase(Locale.ROOT);
    }
}
