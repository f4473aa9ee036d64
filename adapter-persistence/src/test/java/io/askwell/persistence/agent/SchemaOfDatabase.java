package io.askwell.persistence.agent;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toList;

import io.askwell.domain.agent.Schema;
import io.askwell.domain.agent.Schema.Column;
import io.askwell.domain.agent.Schema.Kind;
import io.askwell.domain.agent.Schema.Table;
import io.askwell.domain.agent.Schema.TableName;
import io.askwell.testkit.postgres.TestDatabase;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The names in a database, by schema, without what the gate does not ask for. */
final class SchemaOfDatabase {
    private record Named(TableName table, String column) {}

    private final Map<String, Schema> schemas = new HashMap<>();

    SchemaOfDatabase(TestDatabase database) throws SQLException {
        var columns = new ArrayList<Named>();
        try (var connection = DriverManager.getConnection(database.jdbcUrl(), database.user(), database.password());
                var rows = connection.createStatement().executeQuery("""
                    SELECT table_schema, table_name, column_name FROM information_schema.columns
                    WHERE table_schema NOT IN ('pg_catalog', 'information_schema')
                    ORDER BY table_schema, table_name, ordinal_position""")) {
            while (rows.next()) {
                columns.add(new Named(new TableName(rows.getString(1), rows.getString(2)), rows.getString(3)));
            }
        }
        columns.stream().collect(groupingBy(it -> it.table().schema())).forEach(
                (schema, its) -> schemas.put(schema, new Schema(tables(its), List.of())));
    }

    /** That schema alone. */
    Schema named(String schema) {
        return schemas.getOrDefault(schema, new Schema(List.of(), List.of()));
    }

    private static List<Table> tables(List<Named> columns) {
        return columns.stream().collect(groupingBy(Named::table, LinkedHashMap::new, toList())).entrySet().stream()
                .map(table -> new Table(table.getKey(), "", table.getValue().stream()
                        .map(it -> new Column(it.column(), "text", Kind.TEXT, true, "", List.of())).toList(),
                        List.of()))
                .toList();
    }
}
