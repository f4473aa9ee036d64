package io.askwell.benchmarks.questions;

import io.askwell.domain.agent.Grounding;
import io.askwell.domain.agent.Schema;
import io.askwell.domain.agent.Schema.Column;
import io.askwell.domain.agent.Schema.ForeignKey;
import io.askwell.domain.agent.Schema.Kind;
import io.askwell.domain.agent.Schema.Table;
import io.askwell.domain.agent.Schema.TableName;
import io.askwell.domain.agent.ValueMatch;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/** One schema as the grammar is told of it: its catalogue, and the values that share a word with a question. */
final class ExampleDatabase {
    private static final LocalDate TODAY = LocalDate.of(2024, 7, 25);
    private static final int SAMPLED = 200;
    private static final int MOST_PER_COLUMN = 50;
    private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{N}]+");
    private final Schema schema;
    private final Map<String, Set<ValueMatch>> valuesByWord = new HashMap<>();

    private ExampleDatabase(Schema schema) {
        this.schema = schema;
    }

    static ExampleDatabase read(Connection connection, String name) throws SQLException {
        Map<String, List<String>> primaryKeys = new HashMap<>();
        for (List<String> row : Queries.rows(connection, """
            SELECT c.relname, a.attname FROM pg_constraint k JOIN pg_class c ON c.oid = k.conrelid
            CROSS JOIN LATERAL unnest(k.conkey) WITH ORDINALITY u (num, place)
            JOIN pg_attribute a ON a.attrelid = k.conrelid AND a.attnum = u.num
            WHERE k.contype = 'p' AND k.connamespace = '%s'::regnamespace ORDER BY c.relname, u.place""".formatted(
                name))) {
            primaryKeys.computeIfAbsent(row.get(0), table -> new ArrayList<>()).add(row.get(1));
        }
        Map<String, List<Column>> columns = columns(connection, name);
        List<Table> tables = columns.entrySet().stream().map(table -> new Table(new TableName(name, table.getKey()), "",
                table.getValue(), primaryKeys.getOrDefault(table.getKey(), List.of()))).toList();
        ExampleDatabase database = new ExampleDatabase(new Schema(tables, foreignKeys(connection, name)));
        for (Table table : tables) {
            for (Column column : table.columns()) {
                if (column.kind() == Kind.TEXT) {
                    database.index(connection, table.name(), column.name());
                }
            }
        }
        return database;
    }

    private static Map<String, List<Column>> columns(Connection connection, String name) throws SQLException {
        Map<String, List<Column>> columns = new LinkedHashMap<>();
        for (List<String> row : Queries.rows(connection, """
            SELECT c.relname, a.attname, format_type(a.atttypid, a.atttypmod), t.typname, t.typcategory::text
            FROM pg_class c JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum > 0
            JOIN pg_type t ON t.oid = a.atttypid
            WHERE c.relkind = 'r' AND c.relnamespace = '%s'::regnamespace ORDER BY c.relname, a.attnum""".formatted(
                name))) {
            Kind kind = kind(row.get(3), row.get(4));
            List<String> sample = kind == Kind.TEXT
                    ? Queries.rows(connection,
                            "SELECT DISTINCT left(\"%s\", 100) FROM \"%s\".\"%s\" WHERE \"%1$s\" IS NOT NULL LIMIT %d"
                                    .formatted(row.get(1), name, row.get(0), SAMPLED))
                            .stream().map(List::getFirst).toList()
                    : List.of();
            columns.computeIfAbsent(row.get(0), table -> new ArrayList<>())
                    .add(new Column(row.get(1), row.get(2), kind, true, "", sample));
        }
        return columns;
    }

    private static List<ForeignKey> foreignKeys(Connection connection, String name) throws SQLException {
        record Key(String from, String to) {}
        Map<String, Key> ends = new LinkedHashMap<>();
        Map<String, List<List<String>>> pairs = new HashMap<>();
        for (List<String> row : Queries.rows(connection, """
            SELECT k.oid, c.relname, a.attname, fc.relname, fa.attname FROM pg_constraint k
            JOIN pg_class c ON c.oid = k.conrelid JOIN pg_class fc ON fc.oid = k.confrelid
            CROSS JOIN LATERAL unnest(k.conkey, k.confkey) WITH ORDINALITY u (num, fnum, place)
            JOIN pg_attribute a ON a.attrelid = k.conrelid AND a.attnum = u.num
            JOIN pg_attribute fa ON fa.attrelid = k.confrelid AND fa.attnum = u.fnum
            WHERE k.contype = 'f' AND k.connamespace = '%s'::regnamespace ORDER BY k.conname, k.oid, u.place"""
                .formatted(name))) {
            ends.put(row.get(0), new Key(row.get(1), row.get(3)));
            pairs.computeIfAbsent(row.get(0), key -> new ArrayList<>()).add(List.of(row.get(2), row.get(4)));
        }
        return ends.entrySet().stream().map(key -> new ForeignKey(new TableName(name, key.getValue().from()),
                pairs.getOrDefault(key.getKey(), List.of()).stream().map(List::getFirst).toList(),
                new TableName(name, key.getValue().to()),
                pairs.getOrDefault(key.getKey(), List.of()).stream().map(List::getLast).toList())).distinct().toList();
    }

    private void index(Connection connection, TableName table, String column) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet values = statement
                        .executeQuery("SELECT DISTINCT \"%s\" FROM \"%s\".\"%s\" WHERE \"%1$s\" IS NOT NULL"
                                .formatted(column, table.schema(), table.name()))) {
            while (values.next()) {
                ValueMatch match = new ValueMatch(table, column, values.getString(1));
                words(match.value()).forEach(
                        word -> valuesByWord.computeIfAbsent(word, key -> new LinkedHashSet<>()).add(match));
            }
        }
    }

    /** As Askwell's own search does it: at most so many values of a column. */
    Grounding grounding(String question) {
        Map<String, Integer> perColumn = new HashMap<>();
        Set<ValueMatch> found = new LinkedHashSet<>();
        for (String word : words(question)) {
            for (ValueMatch match : valuesByWord.getOrDefault(word, Set.of())) {
                if (!found.contains(match)
                        && perColumn.merge(match.table() + "." + match.column(), 1, Integer::sum) <= MOST_PER_COLUMN) {
                    found.add(match);
                }
            }
        }
        return new Grounding(schema, List.copyOf(found), TODAY);
    }

    private static Set<String> words(String text) {
        Set<String> words = new LinkedHashSet<>();
        WORD.matcher(text).results().forEach(word -> words.add(word.group().toLowerCase(Locale.ROOT)));
        return words;
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
}
