package io.askwell.llm.agent;

import io.askwell.domain.agent.Schema;
import io.askwell.domain.agent.Schema.Column;
import io.askwell.domain.agent.Schema.ForeignKey;
import io.askwell.domain.agent.Schema.Table;
import io.askwell.domain.agent.Schema.TableName;
import io.askwell.domain.agent.ValueMatch;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Writes a schema and stored values for the model: a line each, comments and values as JSON strings. */
final class SchemaText {
    private static final int MAX_COMMENT = 300;
    private static final int MAX_VALUE = 200;
    private static final int MAX_VALUES = 100;
    private static final int MAX_VALUES_TEXT = 4_000;
    private static final int MAX_OTHERS = 2_000;
    private static final Pattern PLAIN_NAME = Pattern.compile("[a-z_][a-z0-9_]*");

    private SchemaText() {}

    static String of(Schema schema) {
        return Stream.concat(schema.tables().stream().map(SchemaText::table),
                schema.foreignKeys().stream().map(SchemaText::foreignKey)).collect(Collectors.joining("\n"));
    }

    /** The tables that are shown in full, and the names of the others within a bound. */
    static String of(RelevantSchema schema) {
        if (schema.others().isEmpty()) {
            return of(schema.shown());
        }
        var others = new StringBuilder("other tables:");
        schema.others().stream().map(SchemaText::name).takeWhile(name -> others.length() + name.length() < MAX_OTHERS)
                .forEach(name -> others.append(' ').append(name));
        return of(schema.shown()) + "\n" + others;
    }

    /** The values with their columns; a longer one is left out, since cut it would be another value. */
    static String of(List<ValueMatch> values) {
        var lines = new StringBuilder();
        values.stream().filter(match -> match.value().length() <= MAX_VALUE).limit(MAX_VALUES)
                .map(match -> "%s.%s = %s".formatted(name(match.table()), name(match.column()),
                        DataEnvelope.json(match.value(), MAX_VALUE)))
                .takeWhile(line -> lines.length() + line.length() < MAX_VALUES_TEXT)
                .forEach(line -> lines.append(lines.isEmpty() ? "" : "\n").append(line));
        return lines.toString();
    }

    private static String table(Table table) {
        String columns = table.columns().stream().map(SchemaText::column).collect(Collectors.joining(", "));
        String key = table.primaryKey().isEmpty() ? "" : " primary key (%s)".formatted(names(table.primaryKey()));
        String comments = table.columns().stream().filter(column -> !column.comment().isBlank())
                .map(column -> "\n  %s%s".formatted(name(column.name()), comment(column.comment())))
                .collect(Collectors.joining());
        return "%s(%s)%s%s%s".formatted(name(table.name()), columns, key, comment(table.comment()), comments);
    }

    private static String column(Column column) {
        return name(column.name()) + " " + column.sqlType() + (column.nullable() ? "" : " not null");
    }

    private static String foreignKey(ForeignKey key) {
        return "%s(%s) references %s(%s)".formatted(name(key.from()), names(key.fromColumns()), name(key.to()),
                names(key.toColumns()));
    }

    private static String comment(String comment) {
        return comment.isBlank() ? "" : " -- " + DataEnvelope.json(comment, MAX_COMMENT);
    }

    private static String names(List<String> names) {
        return names.stream().map(SchemaText::name).collect(Collectors.joining(", "));
    }

    private static String name(TableName table) {
        return name(table.schema()) + "." + name(table.name());
    }

    /** The name as SQL needs it: quoted unless it is plain. */
    private static String name(String name) {
        return PLAIN_NAME.matcher(name).matches()
                ? name
                : '"' + name.replace("\"", "\"\"").replaceAll("\\p{Cntrl}", " ") + '"';
    }
}
