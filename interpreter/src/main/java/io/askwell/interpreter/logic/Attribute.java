package io.askwell.interpreter.logic;

import io.askwell.domain.agent.Schema.Column;
import io.askwell.domain.agent.Schema.Kind;
import io.askwell.domain.agent.Schema.Table;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A column as seen with its table. Within one schema, names make them equal: readings are compared often. */
public record Attribute(Table table, Column column) {
    private static final Map<String, String> NO_BY_YES = Map.of("t", "f", "y", "n", "yes", "no", "true", "false");

    public boolean numeric() {
        return column.kind() == Kind.INTEGER || column.kind() == Kind.DECIMAL;
    }

    public boolean dated() {
        return column.kind() == Kind.DATE || column.kind() == Kind.TIMESTAMP;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Attribute(var otherTable, var otherColumn) && table.name().equals(otherTable.name())
                && column.name().equals(otherColumn.name());
    }

    @Override
    public int hashCode() {
        return Objects.hash(table.name(), column.name());
    }

    /** How it stores that something is so; empty where it tells more than yes or no. */
    public Optional<String> yes() {
        if (column.kind() == Kind.BOOLEAN) {
            return Optional.of("true");
        }
        List<String> values = column.values();
        return textual() && values.size() <= 2
                ? values.stream().filter(value -> NO_BY_YES.containsKey(value.toLowerCase(Locale.ROOT)))
                        .filter(yes -> values.stream().allMatch(value -> value.equals(yes)
                                || value.equalsIgnoreCase(NO_BY_YES.get(yes.toLowerCase(Locale.ROOT)))))
                        .findFirst()
                : Optional.empty();
    }

    public boolean textual() {
        return column.kind() == Kind.TEXT;
    }
}
