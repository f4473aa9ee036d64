package io.askwell.persistence.agent;

import io.askwell.domain.agent.Schema;
import io.askwell.domain.agent.Schema.TableName;
import java.util.Set;
import net.sf.jsqlparser.schema.Table;

/**
 * Which tables a statement may name: those of the schema, and the names that its own WITH clauses give.
 *
 * @param commonTables as Postgres reads them
 * @param qualifiers nodes that look like tables but stand before a column
 */
record TableRule(Schema schema, Set<String> commonTables, Set<Object> qualifiers) {
    private static final String DEFAULT_SCHEMA = "public";

    void check(Table table) {
        if (qualifiers.contains(table)) {
            return;
        }
        if (table.getDatabase() != null && table.getDatabase().getDatabaseName() != null) {
            throw new SqlGate.Violation("a database name before a table is not allowed");
        }
        String name = SqlGate.identifier(table.getName());
        if (table.getSchemaName() == null && commonTables.contains(name)) {
            return;
        }
        var full = new TableName(
                table.getSchemaName() == null ? DEFAULT_SCHEMA : SqlGate.identifier(table.getSchemaName()), name);
        if (schema.table(full).isEmpty()) {
            throw new SqlGate.Violation("there is no table %s here; the tables are %s".formatted(full, schema.tables()
                    .stream().map(known -> known.name().toString()).sorted().toList()));
        }
    }
}
