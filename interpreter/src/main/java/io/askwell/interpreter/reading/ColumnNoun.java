package io.askwell.interpreter.reading;

import io.askwell.domain.agent.Schema.Table;
import io.askwell.interpreter.lexicon.Inflection;
import io.askwell.interpreter.lexicon.Meaning.Fit;
import io.askwell.interpreter.lexicon.Meaning.NamesColumn;
import io.askwell.interpreter.logic.Attribute;
import io.askwell.interpreter.logic.SchemaGraph;
import io.askwell.interpreter.logic.SchemaGraph.Step;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A noun for a column with all the columns that it may name: "name" alone names one in most tables.
 *
 * @param named at least one
 * @param generic whether it says nothing of the table
 */
record ColumnNoun(List<NamesColumn> named, boolean generic) {
    /** Words that nearly every table has a column for: they are never meant of another one. */
    private static final Set<String> GENERIC = Set.of("name", "id", "title", "type", "code", "date", "description",
            "details", "detail", "number", "status", "year", "time", "value", "result", "label", "position", "gender",
            "address", "age", "first name", "last name");
    private static final int FARTHEST = 2;

    static ColumnNoun of(List<NamesColumn> named, String words) {
        return new ColumnNoun(named, GENERIC.contains(words) || GENERIC.contains(Inflection.singular(words)));
    }

    /**
     * The one column that is meant where it is told of rows of a table: one of their own by its whole name, or else by its
     * end, or else by its beginning; or else one of the nearest table that has it by its whole name.
     */
    Optional<Attribute> of(Table table, SchemaGraph graph) {
        return own(table, graph).or(() -> linked(table, graph));
    }

    Optional<Attribute> own(Table table, SchemaGraph graph) {
        for (Fit fit : Fit.values()) {
            List<Attribute> own = fitting(fit).stream()
                    .filter(attribute -> attribute.table().name().equals(table.name())).toList();
            if (own.size() == 1) {
                return Optional.of(own.getFirst());
            }
            List<Attribute> names = own.stream().filter(graph::isName).toList();
            if (names.size() == 1) {
                return Optional.of(names.getFirst());
            }
            // "id" is the row's own where the others are of other rows.
            List<Attribute> keys = own.stream().filter(attribute -> graph.keyOf(table).filter(attribute::equals)
                    .isPresent()).toList();
            if (keys.size() == 1) {
                return Optional.of(keys.getFirst());
            }
            List<Attribute> notKeys = own.stream().filter(attribute -> !graph.isKey(attribute)).toList();
            if (!own.isEmpty()) {
                return notKeys.size() == 1 ? Optional.of(notKeys.getFirst()) : Optional.empty();
            }
        }
        return Optional.empty();
    }

    private Optional<Attribute> linked(Table table, SchemaGraph graph) {
        if (generic) {
            return Optional.empty();
        }
        List<Attribute> nearest = List.of();
        int length = Integer.MAX_VALUE;
        for (Attribute attribute : fitting(Fit.WHOLE)) {
            int distance = graph.belonging(table, attribute.table())
                    .filter(path -> path.size() <= FARTHEST || path.stream().noneMatch(Step::toMany)).map(List::size)
                    .orElse(Integer.MAX_VALUE);
            if (distance < length) {
                nearest = List.of(attribute);
                length = distance;
            } else if (distance == length && distance < Integer.MAX_VALUE) {
                nearest = List.of();
            }
        }
        return nearest.size() == 1 ? Optional.of(nearest.getFirst()) : Optional.empty();
    }

    /** Whether it is more than a part of a longer name. */
    boolean isNamedByItsEnd() {
        return named.stream().allMatch(found -> found.fit() == Fit.WHOLE || found.fit() == Fit.END);
    }

    /** Those by their whole names. */
    List<Attribute> whole() {
        return fitting(Fit.WHOLE);
    }

    private List<Attribute> fitting(Fit fit) {
        return named.stream().filter(found -> found.fit() == fit).map(NamesColumn::attribute).distinct().toList();
    }
}
