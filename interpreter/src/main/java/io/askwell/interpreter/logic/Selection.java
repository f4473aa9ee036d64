package io.askwell.interpreter.logic;

import io.askwell.domain.agent.Schema.Table;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The rows of a table that meet every condition: what a noun phrase such as "orders of Alice in 2024" stands for.
 *
 * @param conditions in the order of the question; none means every row
 */
public record Selection(Table table, List<Condition> conditions) {
    public Selection {
        conditions = List.copyOf(conditions);
    }

    public static Selection all(Table table) {
        return new Selection(table, List.of());
    }

    /** This selection, narrowed; a condition that is there already is not added again. */
    public Selection where(Condition condition) {
        return conditions.contains(condition)
                ? this
                : new Selection(table, Stream.concat(conditions.stream(), Stream.of(condition)).toList());
    }

    /** By the table's name: within one schema it is enough, and readings are compared often. */
    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Selection(var otherTable, var otherConditions) && of(otherTable)
                && conditions.equals(otherConditions);
    }

    @Override
    public int hashCode() {
        return Objects.hash(table.name(), conditions);
    }

    public boolean of(Table other) {
        return table.name().equals(other.name());
    }
}
