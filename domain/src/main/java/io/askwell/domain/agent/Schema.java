package io.askwell.domain.agent;

import java.util.List;
import java.util.Optional;

/**
 * What the agent may read of the database.
 *
 * @param tables by name
 * @param foreignKeys between those tables
 */
public record Schema(List<Table> tables, List<ForeignKey> foreignKeys) {
    public Schema {
        tables = List.copyOf(tables);
        foreignKeys = List.copyOf(foreignKeys);
    }

    public Optional<Table> table(TableName name) {
        return tables.stream().filter(table -> table.name().equals(name)).findFirst();
    }

    /**
     * A table's full name, both parts as the catalogue spells them.
     */
    public record TableName(String schema, String name) {
        /** {@code schema.name}, unquoted: for people and models, not for SQL. */
        @Override
        public String toString() {
            return schema + "." + name;
        }
    }

    /**
     * A table or view.
     *
     * @param comment from the catalogue, may be empty
     * @param columns in the table's order
     * @param primaryKey names of its columns, may be empty
     */
    public record Table(TableName name, String comment, List<Column> columns, List<String> primaryKey) {
        public Table {
            columns = List.copyOf(columns);
            primaryKey = List.copyOf(primaryKey);
        }

        public Optional<Column> column(String columnName) {
            return columns.stream().filter(column -> column.name().equals(columnName)).findFirst();
        }
    }

    /**
     * A column.
     *
     * @param sqlType as the catalogue formats it, such as {@code numeric(10,2)}
     * @param kind what one can do with it
     * @param comment from the catalogue, may be empty
     * @param values for text columns, some distinct values, a sample of bounded size that may be out of date: good for
     *        suggestions, not for facts
     */
    public record Column(String name, String sqlType, Kind kind, boolean nullable, String comment,
            List<String> values) {
        public Column {
            values = List.copyOf(values);
        }
    }

    /** What one can do with the values of a column. */
    public enum Kind {
        TEXT, INTEGER, DECIMAL, DATE, TIMESTAMP, BOOLEAN, OTHER
    }

    /** Columns of {@code from} that point at columns of {@code to}, pairwise. */
    public record ForeignKey(TableName from, List<String> fromColumns, TableName to, List<String> toColumns) {
        public ForeignKey {
            fromColumns = List.copyOf(fromColumns);
            toColumns = List.copyOf(toColumns);
        }
    }
}
