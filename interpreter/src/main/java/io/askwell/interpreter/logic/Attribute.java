package io.askwell.interpreter.logic;

import io.askwell.domain.agent.Schema.Column;
import io.askwell.domain.agent.Schema.Kind;
import io.askwell.domain.agent.Schema.Table;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A column as seen with its table. Within one schema, names make them equal: readings are compared often. */
public record Attribute(Table table, Column column) {

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

    public boolean textual() {
        return column.kind() == Kind.TEXT;
    }
}
