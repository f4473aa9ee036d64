package io.askwell.persistence.agent;

import io.askwell.domain.agent.Schema;
import io.askwell.domain.agent.Schema.Column;
import io.askwell.domain.agent.Schema.Kind;
import io.askwell.domain.agent.Schema.Table;
import io.askwell.domain.agent.Schema.TableName;
import java.util.List;
import java.util.Map;

/**
 * The catalogue at one moment.
 *
 * @param sizes estimated rows of a table; a view, whose size nobody knows, or one with row-level
 *        security is not in it
 */
record Catalogue(Schema schema, Map<TableName, Long> sizes) {
    /** A larger table is not read through for the sake of a question's words. */
    private static final long SMALL = 100_000;

    /** A text column and the table it is in. */
    record TextColumn(Table table, Column column) {}

    List<TextColumn> textColumns() {
        return schema.tables().stream().filter(table -> sizes.containsKey(table.name()))
                .flatMap(table -> table.columns().stream().filter(column -> column.kind() == Kind.TEXT)
                        .map(column -> new TextColumn(table, column)))
                .toList();
    }

    boolean isSmall(Table table) {
        return sizes.getOrDefault(table.name(), Long.MAX_VALUE) <= SMALL;
    }
}
