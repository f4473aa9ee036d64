package io.askwell.persistence.agent;

import static io.askwell.persistence.Columns.integer;
import static io.askwell.persistence.Columns.text;
import static io.askwell.persistence.Identifiers.quoted;

import io.askwell.domain.agent.Schema;
import io.askwell.domain.agent.Schema.Column;
import io.askwell.domain.agent.Schema.ForeignKey;
import io.askwell.domain.agent.Schema.Kind;
import io.askwell.domain.agent.Schema.Table;
import io.askwell.domain.agent.Schema.TableName;
import io.askwell.persistence.MigratedDatabase;
import io.askwell.persistence.agent.Catalogue.ColumnName;
import io.r2dbc.spi.Connection;
import io.r2dbc.spi.Readable;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Reads tables, keys and some values as the role that is logged in. */
final class CatalogueReader {
    /** How much of a column is looked at, how many of its values are kept, and how long one may be. */
    private static final int SAMPLED_ROWS = 5_000;
    private static final int SAMPLED_VALUES = 200;
    private static final int SAMPLED_LENGTH = 100;

    private static final String COLUMNS = """
        SELECT n.nspname AS schema, c.relname AS table, a.attname AS column,
               format_type(a.atttypid, a.atttypmod) AS type, t.typname AS type_name, t.typcategory::text AS category,
               NOT a.attnotnull AS nullable,
               obj_description(c.oid, 'pg_class') AS table_comment, col_description(c.oid, a.attnum) AS column_comment,
               -- Whose rows depend on who asks: nothing of them is kept, and a policy may fail.
               CASE WHEN c.relkind = 'v' OR c.relrowsecurity OR (c.relkind = 'f' AND c.reltuples < 0) THEN NULL
                    WHEN c.relkind = 'p' THEN greatest(c.reltuples::bigint,
                        (SELECT sum(pg_relation_size(part.relid)) / 64 FROM pg_partition_tree(c.oid) AS part)::bigint)
                    WHEN c.relkind = 'f' THEN c.reltuples::bigint
                    -- As the planner does it: so many rows a page when they were counted, and the pages of now.
                    WHEN c.reltuples > 0 AND c.relpages > 0 THEN (c.reltuples / c.relpages
                        * (pg_relation_size(c.oid) / current_setting('block_size')::int))::bigint
                    ELSE pg_relation_size(c.oid) / 64 END AS size,
               t.typname IN ('text', 'varchar') AND EXISTS (SELECT FROM pg_index i
                   JOIN pg_class x ON x.oid = i.indexrelid JOIN pg_am m ON m.oid = x.relam
                   WHERE i.indrelid = c.oid AND i.indkey[0] = a.attnum AND i.indisvalid AND i.indpred IS NULL
                     AND m.amname IN ('btree', 'hash')) AS indexed
        FROM pg_class c
        JOIN pg_namespace n ON n.oid = c.relnamespace
        JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped
        JOIN pg_type t ON t.oid = a.atttypid
        WHERE c.relkind IN ('r', 'p', 'v', 'm', 'f')
          AND n.nspname NOT IN ('pg_catalog', 'information_schema', '""" + MigratedDatabase.OWN_SCHEMA + """
        ') AND n.nspname NOT LIKE 'pg\\_%'
          -- Our own bookkeeping, which nobody asks for.
          AND NOT (n.nspname = 'public' AND c.relname IN ('customer', 'orders', 'address') AND a.attname = 'version')
          AND has_schema_privilege(n.oid, 'USAGE') AND has_column_privilege(c.oid, a.attnum, 'SELECT')
        ORDER BY n.nspname, c.relname, a.attnum""";

    private static final String KEYS = """
        SELECT k.contype::text AS kind,
               n.nspname AS schema, c.relname AS table,
               (SELECT array_agg(a.attname::text ORDER BY u.place) FROM unnest(k.conkey) WITH ORDINALITY u (num, place)
                JOIN pg_attribute a ON a.attrelid = k.conrelid AND a.attnum = u.num) AS columns,
               fn.nspname AS to_schema, fc.relname AS to_table,
               (SELECT array_agg(a.attname::text ORDER BY u.place) FROM unnest(k.confkey) WITH ORDINALITY u (num, place)
                JOIN pg_attribute a ON a.attrelid = k.confrelid AND a.attnum = u.num) AS to_columns
        FROM pg_constraint k
        JOIN pg_class c ON c.oid = k.conrelid
        JOIN pg_namespace n ON n.oid = c.relnamespace
        LEFT JOIN pg_class fc ON fc.oid = k.confrelid
        LEFT JOIN pg_namespace fn ON fn.oid = fc.relnamespace
        WHERE k.contype IN ('p', 'f')
        ORDER BY k.conname""";

    private record ColumnRow(TableName table, String tableComment, Column column, @Nullable Long size,
            boolean indexed) {}

    private record Key(String kind, TableName table, List<String> columns, @Nullable TableName to,
            List<String> toColumns) {}

    private CatalogueReader() {}

    static Mono<Catalogue> read(Connection connection) {
        return query(connection, COLUMNS, CatalogueReader::column).collectList()
                .zipWhen(columns -> query(connection, KEYS, CatalogueReader::key).collectList())
                .map(read -> catalogue(read.getT1(), read.getT2()))
                .flatMap(catalogue -> withValues(connection, catalogue));
    }

    private static Catalogue catalogue(List<ColumnRow> columns, List<Key> keys) {
        Map<TableName, List<ColumnRow>> byTable = columns.stream()
                .collect(Collectors.groupingBy(ColumnRow::table, LinkedHashMap::new, Collectors.toList()));
        Map<TableName, List<String>> primaryKeys = keys.stream().filter(key -> key.kind().equals("p"))
                .collect(Collectors.toMap(Key::table, Key::columns));
        var tables = byTable.entrySet().stream().map(table -> new Table(table.getKey(),
                table.getValue().getFirst().tableComment(), table.getValue().stream().map(ColumnRow::column).toList(),
                primaryKeys.getOrDefault(table.getKey(), List.of()))).toList();
        var foreignKeys = new ArrayList<ForeignKey>();
        for (Key key : keys) {
            // A key is of use only if both its ends may be read.
            if (key.to() != null && byTable.containsKey(key.table()) && byTable.containsKey(key.to())) {
                foreignKeys.add(new ForeignKey(key.table(), key.columns(), key.to(), key.toColumns()));
            }
        }
        var sizes = new HashMap<TableName, Long>();
        columns.forEach(column -> {
            if (column.size() != null) {
                sizes.put(column.table(), column.size());
            }
        });
        var indexed = columns.stream().filter(ColumnRow::indexed)
                .map(column -> new ColumnName(column.table(), column.column().name()))
                .collect(Collectors.toUnmodifiableSet());
        return new Catalogue(new Schema(tables, foreignKeys), sizes, indexed);
    }

    private static Mono<Catalogue> withValues(Connection connection, Catalogue catalogue) {
        var texts = catalogue.textColumns();
        if (texts.isEmpty()) {
            return Mono.just(catalogue);
        }
        String sql = IntStream.range(0, texts.size()).mapToObj(i -> catalogue.mayBeSampled(texts.get(i).table())
                ? sample(i, texts.get(i))
                : common(i, texts.get(i)))
                .collect(Collectors.joining(" UNION ALL "));
        record Value(int place, String value) {}
        return query(connection, sql, row -> new Value(integer(row, "place"), text(row, "value")))
                .collect(Collectors.groupingBy(value -> texts.get(value.place()),
                        Collectors.mapping(Value::value, Collectors.toList())))
                .map(values -> new Catalogue(withValues(catalogue.schema(), values), catalogue.sizes(),
                        catalogue.indexed()));
    }

    private static String sample(int place, Catalogue.TextColumn text) {
        String column = quoted(text.column().name());
        return """
            (SELECT DISTINCT %d AS place, left(%s, %d) AS value
             FROM (SELECT %s FROM %s WHERE %s IS NOT NULL LIMIT %d) AS part LIMIT %d)""".formatted(place, column,
                SAMPLED_LENGTH, column, quoted(text.table().name()), column, SAMPLED_ROWS, SAMPLED_VALUES);
    }

    /** What the planner knows, which costs the same however large the table is. */
    private static String common(int place, Catalogue.TextColumn text) {
        return """
            (SELECT %d AS place, left(value, %d) AS value
             FROM (SELECT most_common_vals::text::text[] AS common FROM pg_stats
                   WHERE schemaname = %s AND tablename = %s AND attname = %s ORDER BY inherited DESC LIMIT 1) AS known,
                  unnest(known.common) AS value LIMIT %d)""".formatted(place, SAMPLED_LENGTH,
                literal(text.table().name().schema()), literal(text.table().name().name()),
                literal(text.column().name()), SAMPLED_VALUES);
    }

    private static String literal(String text) {
        return "'" + text.replace("'", "''") + "'";
    }

    private static Schema withValues(Schema schema, Map<Catalogue.TextColumn, List<String>> values) {
        return new Schema(schema.tables().stream().map(table -> new Table(table.name(), table.comment(),
                table.columns().stream().map(column -> new Column(column.name(), column.sqlType(), column.kind(),
                        column.nullable(), column.comment(),
                        values.getOrDefault(new Catalogue.TextColumn(table, column), List.of()).stream().sorted()
                                .toList()))
                        .toList(),
                table.primaryKey())).toList(), schema.foreignKeys());
    }

    private static ColumnRow column(Readable row) {
        return new ColumnRow(new TableName(text(row, "schema"), text(row, "table")), optional(row, "table_comment"),
                new Column(text(row, "column"), text(row, "type"), kind(text(row, "type_name"), text(row, "category")),
                        Boolean.TRUE.equals(row.get("nullable", Boolean.class)), optional(row, "column_comment"),
                        List.of()),
                row.get("size", Long.class), Boolean.TRUE.equals(row.get("indexed", Boolean.class)));
    }

    private static Key key(Readable row) {
        String to = row.get("to_table", String.class);
        return new Key(text(row, "kind"), new TableName(text(row, "schema"), text(row, "table")), names(row, "columns"),
                to == null ? null : new TableName(text(row, "to_schema"), to), names(row, "to_columns"));
    }

    private static Kind kind(String type, String category) {
        return switch (type) {
            case "int2", "int4", "int8" -> Kind.INTEGER;
            case "numeric", "float4", "float8" -> Kind.DECIMAL;
            case "date" -> Kind.DATE;
            case "timestamp", "timestamptz" -> Kind.TIMESTAMP;
            case "bool" -> Kind.BOOLEAN;
            default -> category.equals("S") ? Kind.TEXT : Kind.OTHER;
        };
    }

    private static <T> Flux<T> query(Connection connection, String sql, Function<Readable, T> row) {
        return Flux.from(connection.createStatement(sql).execute()).concatMap(result -> result.map(row));
    }

    private static String optional(Readable row, String column) {
        String text = row.get(column, String.class);
        return text == null ? "" : text;
    }

    private static List<String> names(Readable row, String column) {
        String[] names = row.get(column, String[].class);
        return names == null ? List.of() : List.of(names);
    }
}
