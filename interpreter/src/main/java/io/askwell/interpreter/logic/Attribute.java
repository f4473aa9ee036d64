package io.askwell.interpreter.logic;

import io.askwell.domain.agent.Schema.Column;
import io.askwell.domain.agent.Schema.Kind;
import io.askwell.domain.agent.Schema.Table;

/** A column as seen with its table. */
public record Attribute(Table table, Column column) {

    public boolean numeric() {
        return column.kind() == Kind.INTEGER || column.kind() == Kind.DECIMAL;
    }

    public boolean dated() {
        return column.kind() == Kind.DATE || column.kind() == Kind.TIMESTAMP;
    }

    public boolean textual() {
        return column.kind() == Kind.TEXT;
    }
}
