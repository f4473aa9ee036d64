package io.askwell.benchmarks.questions;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.zip.CRC32;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * A question with the rows that answer it.
 *
 * @param schema its database, a Postgres schema
 * @param goldSql in SQLite's dialect; only its shape is looked at
 * @param gold cells as {@link Cell#of} writes them
 */
record Example(String id, String schema, String question, String goldSql, List<List<String>> gold) {
    private static final Pattern INNER = Pattern.compile("\\(\\s*select", Pattern.CASE_INSENSITIVE);

    /** Which half of the examples a database belongs to: rules are made with the one, and measured by the other. */
    enum Part {
        TUNING, VALIDATION;

        /** By CRC-32 of the database's name, 9 of 10 for tuning. */
        static Part of(String schema) {
            CRC32 crc = new CRC32();
            crc.update(schema.getBytes(StandardCharsets.UTF_8));
            return crc.getValue() % 10 < 9 ? TUNING : VALIDATION;
        }
    }

    /** What a question needs most, by its gold query. */
    enum Kind {
        SET_OPERATION, SUBQUERY, SUPERLATIVE, HAVING, GROUPING, JOIN, FIGURE, FILTER, PLAIN
    }

    /** Questions of which the rows are known, in the file's order. */
    static List<Example> read(Path file) throws IOException {
        List<Example> all = new ArrayList<>();
        for (String line : Files.readAllLines(file)) {
            JsonNode node = JsonMapper.shared().readTree(line);
            if (node.get("gold_rows").isArray()) {
                List<List<String>> rows = new ArrayList<>();
                node.get("gold_rows").forEach(row -> {
                    List<String> cells = new ArrayList<>();
                    row.forEach(cell -> cells.add(Cell.of(cell)));
                    rows.add(List.copyOf(cells));
                });
                all.add(new Example(node.get("id").asString(), node.get("db").asString(),
                        node.get("question").asString(), node.get("gold_sqlite").asString(), rows));
            }
        }
        return all;
    }

    Part part() {
        return Part.of(schema);
    }

    Kind kind() {
        String sql = " " + goldSql.toLowerCase(Locale.ROOT).replaceAll("\\s+", " ");
        if (sql.contains(" intersect ") || sql.contains(" except ") || sql.contains(" union ")) {
            return Kind.SET_OPERATION;
        }
        if (INNER.matcher(sql).find()) {
            return Kind.SUBQUERY;
        }
        if (sql.contains(" order by ") && sql.contains(" limit ")) {
            return Kind.SUPERLATIVE;
        }
        if (sql.contains(" having ")) {
            return Kind.HAVING;
        }
        if (sql.contains(" group by ")) {
            return Kind.GROUPING;
        }
        if (sql.contains(" join ")) {
            return Kind.JOIN;
        }
        String select = sql.substring(0, sql.indexOf(" from "));
        if (select.matches(".*\\b(count|sum|avg|min|max) ?\\(.*")) {
            return Kind.FIGURE;
        }
        return sql.contains(" where ") ? Kind.FILTER : Kind.PLAIN;
    }

    /** Whether the gold keeps so many rows, even where others are their equals. */
    boolean isCutOff() {
        return kind() != Kind.SET_OPERATION && goldSql.toLowerCase(Locale.ROOT).contains(" limit ");
    }
}
