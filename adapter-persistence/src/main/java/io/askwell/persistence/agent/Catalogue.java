package io.askwell.persistence.agent;

import io.askwell.domain.agent.Schema;
import io.askwell.domain.agent.Schema.Column;
import io.askwell.domain.agent.Schema.Kind;
import io.askwell.domain.agent.Schema.Table;
import io.askwell.domain.agent.Schema.TableName;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The catalogue at one moment.
 *
 * @param sizes estimated rows of a table; a view, whose size nobody knows, or one with row-level
 *        security is not in it
 * @param indexed text columns whose values an index finds
 */
record Catalogue(Schema schema, Map<TableName, Long> sizes, Set<ColumnName> indexed) {
    /** A larger table is not read for the sake of some of its values: what the planner knows of them has to do. */
    private static final long SAMPLED = 100_000;
    /** How many values, of all tables together, a question's words may be looked for in; it takes about 2 µs a value. */
    private static final long SPLIT = 30_000;
    /** How many values may be read through for one that stands in the question as a whole; about 0.1 µs a value. */
    private static final long COMPARED = 300_000;

    record ColumnName(TableName table, String column) {}

    /** A text column and the table it is in. */
    record TextColumn(Table table, Column column) {
        ColumnName name() {
            return new ColumnName(table.name(), column.name());
        }
    }

    /** How a column is searched for the values that a question names. */
    enum Search {
        /** By each of their words: every value is split. */
        WORDS,
        /** As a whole: every value is compared. */
        WHOLE,
        /** As a whole, by an index. */
        INDEX,
        /** Not in the table: of the common values that the planner knows, by their words. */
        COMMON
    }

    List<TextColumn> textColumns() {
        return schema.tables().stream().filter(table -> sizes.containsKey(table.name()))
                .flatMap(table -> table.columns().stream().filter(column -> column.kind() == Kind.TEXT)
                        .map(column -> new TextColumn(table, column)))
                .toList();
    }

    /** The smaller tables first, as far as the values that may be read for one question go; an index costs next to nothing. */
    Map<TextColumn, Search> searches() {
        Map<TextColumn, Search> searches = new LinkedHashMap<>();
        long read = 0;
        for (TextColumn text : textColumns().stream().sorted(Comparator.comparingLong(this::size)).toList()) {
            Search search = search(text, read + size(text));
            searches.put(text, search);
            read += search == Search.WORDS || search == Search.WHOLE ? size(text) : 0;
        }
        return searches;
    }

    /** @param read how many values would have been read with this column's */
    private Search search(TextColumn text, long read) {
        if (read <= SPLIT) {
            return Search.WORDS;
        }
        if (indexed.contains(text.name())) {
            return Search.INDEX;
        }
        return read <= COMPARED ? Search.WHOLE : Search.COMMON;
    }

    private long size(TextColumn text) {
        return sizes.getOrDefault(text.table().name(), Long.MAX_VALUE / 2);
    }

    boolean mayBeSampled(Table table) {
        return sizes.getOrDefault(table.name(), Long.MAX_VALUE) <= SAMPLED;
    }
}
