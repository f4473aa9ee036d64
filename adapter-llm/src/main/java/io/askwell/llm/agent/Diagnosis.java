package io.askwell.llm.agent;

import io.askwell.domain.agent.Schema;
import io.askwell.domain.agent.Schema.Column;
import io.askwell.domain.agent.Schema.Table;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/**
 * What the model is told about SQL that failed, so that it can do better.
 *
 * @param error SQLSTATE and its name, or that the gate refused it
 * @param reason in words of the gate or the database
 * @param nearest for each name that is none: the names that may be meant
 * @param columns for each table that the SQL names or may mean: the columns that it really has
 */
record Diagnosis(String error, String reason, Map<String, List<String>> nearest, Map<String, List<String>> columns) {
    private static final int MAX_SQL = 2_000;
    private static final int MAX_REASON = 600;
    private static final int MAX_TABLES = 6;
    private static final int MAX_COLUMNS = 80;

    Diagnosis {
        nearest = Collections.unmodifiableMap(new LinkedHashMap<>(nearest));
        columns = Collections.unmodifiableMap(new LinkedHashMap<>(columns));
    }

    static Diagnosis of(String error, String reason, String sql, Schema schema) {
        Set<String> written = SqlWords.of(sql);
        List<Table> used = schema.tables().stream().filter(table -> written.contains(table.name().name())).toList();
        Map<String, List<String>> nearest = nearest(blamed(written, reason, used), used, schema);
        Set<Table> meant = new LinkedHashSet<>(used);
        nearest.values().stream().flatMap(List::stream).forEach(near -> schema.tables().stream()
                .filter(table -> near.equals(table.name().name()) || near.startsWith(table.name() + "."))
                .forEach(meant::add));
        var columns = new LinkedHashMap<String, List<String>>();
        meant.stream().limit(MAX_TABLES).forEach(table -> columns.put(table.name().toString(),
                table.columns().stream().limit(MAX_COLUMNS).map(Column::name).toList()));
        return new Diagnosis(error, reason, nearest, columns);
    }

    /** The names in the SQL that the reason speaks of and no table in it has. */
    private static List<String> blamed(Set<String> written, String reason, List<Table> used) {
        Set<String> spokenOf = SqlWords.of(reason);
        return written.stream().filter(spokenOf::contains).filter(word -> used.stream().noneMatch(
                table -> table.name().name().equals(word) || table.name().schema().equals(word)
                        || table.column(word).isPresent()))
                .toList();
    }

    /** A column of another table is named with that table; otherwise the names that are spelt like it. */
    private static Map<String, List<String>> nearest(List<String> blamed, List<Table> used, Schema schema) {
        var nearest = new LinkedHashMap<String, List<String>>();
        for (String wrong : blamed) {
            List<String> elsewhere = schema.tables().stream().filter(table -> table.column(wrong).isPresent())
                    .map(table -> table.name() + "." + wrong).limit(MAX_TABLES).toList();
            List<String> near = elsewhere.isEmpty()
                    ? NearNames.of(wrong, Stream.concat(schema.tables().stream().map(table -> table.name().name()),
                            used.stream().flatMap(table -> table.columns().stream().map(Column::name))))
                    : elsewhere;
            if (!near.isEmpty()) {
                nearest.put(wrong, near);
            }
        }
        return nearest;
    }

    /** As JSON, with the SQL that it is about. */
    String json(String sql) {
        var told = new LinkedHashMap<String, Object>();
        told.put("sql", DataEnvelope.cut(sql, MAX_SQL));
        told.put("error", error);
        told.put("reason", DataEnvelope.cut(reason, MAX_REASON));
        if (!nearest.isEmpty()) {
            told.put("nearest names", nearest);
        }
        if (!columns.isEmpty()) {
            told.put("columns", columns);
        }
        return DataEnvelope.json(told);
    }
}
