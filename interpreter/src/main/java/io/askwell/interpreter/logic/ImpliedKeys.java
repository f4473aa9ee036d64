package io.askwell.interpreter.logic;

import io.askwell.domain.agent.Schema;
import io.askwell.domain.agent.Schema.Column;
import io.askwell.domain.agent.Schema.ForeignKey;
import io.askwell.domain.agent.Schema.Table;
import io.askwell.interpreter.lexicon.Words;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Foreign keys that a schema does not declare, and yet says by its names: where `students` are told apart by `student_id`, a
 * column of that name and type elsewhere holds a student.
 */
final class ImpliedKeys {
    private static final int SHORTEST_STEM = 3;
    private static final Pattern ENDING = Pattern.compile("_?(id|code|key)$");

    private final Schema schema;

    private ImpliedKeys(Schema schema) {
        this.schema = schema;
    }

    static Set<ForeignKey> in(Schema schema) {
        var implied = new ImpliedKeys(schema);
        return schema.tables().stream()
                .flatMap(table -> table.columns().stream().flatMap(column -> implied.key(table, column).stream()))
                .collect(Collectors.toUnmodifiableSet());
    }

    private Optional<ForeignKey> key(Table table, Column column) {
        if (table.primaryKey().equals(List.of(column.name())) || isDeclared(table, column)) {
            return Optional.empty();
        }
        List<Table> owners = schema.tables().stream()
                .filter(other -> !other.name().equals(table.name()) && isToldApartBy(other, column)).toList();
        return owners.size() == 1 && isCalledAfter(column, owners.getFirst())
                ? Optional.of(new ForeignKey(table.name(), List.of(column.name()), owners.getFirst().name(),
                        owners.getFirst().primaryKey()))
                : Optional.empty();
    }

    private boolean isDeclared(Table table, Column column) {
        return schema.foreignKeys().stream()
                .anyMatch(key -> key.from().equals(table.name()) && key.fromColumns().contains(column.name()));
    }

    private static boolean isToldApartBy(Table table, Column column) {
        return table.primaryKey().size() == 1 && table.primaryKey().getFirst().equalsIgnoreCase(column.name())
                && table.column(table.primaryKey().getFirst())
                        .filter(key -> key.sqlType().equals(column.sqlType())).isPresent();
    }

    /** `student_id` and `stuid` of `students`, and not `ssn` or `rank` of whatever table they are the key of. */
    private static boolean isCalledAfter(Column column, Table table) {
        String name = column.name().toLowerCase(Locale.ROOT);
        String stem = ENDING.matcher(name).replaceFirst("");
        String first = stem.contains("_") ? stem.substring(0, stem.indexOf('_')) : stem;
        return stem.length() < name.length() && first.length() >= SHORTEST_STEM
                && Words.ofName(table.name().name()).stream().anyMatch(word -> word.startsWith(first));
    }
}
