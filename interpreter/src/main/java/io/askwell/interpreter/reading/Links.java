package io.askwell.interpreter.reading;

import io.askwell.domain.agent.Schema.Table;
import io.askwell.interpreter.lexicon.Inflection;
import io.askwell.interpreter.logic.Comparison.Operator;
import io.askwell.interpreter.logic.Comparison.Than;
import io.askwell.interpreter.logic.Condition;
import io.askwell.interpreter.logic.Condition.Compared;
import io.askwell.interpreter.logic.Condition.Measured;
import io.askwell.interpreter.logic.Condition.Related;
import io.askwell.interpreter.logic.Measure;
import io.askwell.interpreter.logic.SchemaGraph;
import io.askwell.interpreter.logic.SchemaGraph.Step;
import io.askwell.interpreter.logic.Selection;
import io.askwell.interpreter.logic.Test;
import io.askwell.interpreter.logic.Test.Compares;
import io.askwell.interpreter.logic.Test.OneOf;
import io.askwell.interpreter.logic.Test.Spelled;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Ties what a modifier says to the noun it modifies, along the schema's foreign keys. */
final class Links {
    private final SchemaGraph graph;

    Links(SchemaGraph graph) {
        this.graph = graph;
    }

    /**
     * Narrows a selection by a condition on a column, which may be of another table.
     *
     * @return costing the number of foreign keys between; nothing where no single path leads there
     */
    Parser<Selection> compared(Selection head, Compared condition) {
        Table table = condition.attribute().table();
        if (head.of(table)) {
            return contradicts(head, condition) ? Parser.none() : Parser.empty(head.where(condition));
        }
        Compared positive = new Compared(condition.attribute(), condition.test());
        // "Orders in Wonderland" are those of customers with an address there: a place, unlike a row, belongs to all of them.
        return related(head, Selection.all(table).where(positive), condition.holds(), condition.attribute().textual()
                ? placed(head.table(), table)
                : graph.belonging(head.table(), table));
    }

    /** Rows that hold a text `player` of their own are not of the same team as a player, but his. */
    private Optional<List<Step>> placed(Table rows, Table other) {
        return graph.belonging(rows, other).or(() -> graph.path(rows, other).filter(way -> other
                .column(Inflection.singular(rows.name().name().toLowerCase(Locale.ROOT))).isEmpty()));
    }

    /** A row has one value in a column: "in the USA" and "in Cuba" are not said of the same. */
    private static boolean contradicts(Selection head, Compared condition) {
        return condition.holds() && isValue(condition) && head.conditions().stream()
                .anyMatch(other -> other instanceof Compared compared && compared.holds() && isValue(compared)
                        && compared.attribute().equals(condition.attribute()) && !compared.equals(condition));
    }

    private static boolean isValue(Compared condition) {
        return condition.test() instanceof OneOf || condition.test() instanceof Spelled
                || (condition.test() instanceof Compares(Than(var operator, var number))
                        && operator == Operator.EXACTLY);
    }

    /** Whether the row that this one points to has another value already. */
    private boolean contradicts(Selection head, Selection other, List<Step> path) {
        return path.stream().noneMatch(Step::toMany) && head.conditions().stream()
                .anyMatch(old -> old instanceof Related(var to, var exists) && exists && to.of(other.table())
                        && other.conditions().stream().anyMatch(
                                said -> said instanceof Compared compared && contradicts(to, compared)));
    }

    /** "Without the medication of Bob" is not: with no medication at all, and with Bob's. */
    private static boolean excludes(Selection head, Table step, boolean exists) {
        return exists && head.conditions().stream()
                .anyMatch(said -> said instanceof Related(var to, var holds) && !holds && to.of(step) && isBare(to));
    }

    private static boolean isBare(Selection rows) {
        return rows.conditions().stream().allMatch(said -> said instanceof Related(var to, var exists) && isBare(to));
    }

    /** Narrows a selection to rows to which a row of another selection belongs, or none does. */
    Parser<Selection> related(Selection head, Selection other, boolean exists) {
        return related(head, other, exists, graph.belonging(head.table(), other.table()));
    }

    private Parser<Selection> related(Selection head, Selection other, boolean exists, Optional<List<Step>> way) {
        if (head.of(other.table())) {
            return Parser.none();
        }
        return way.filter(path -> !contradicts(head, other, path)
                && !excludes(head, path.getFirst().to(), exists)).map(path -> {
                    Selection inner = other;
                    for (Step step : path.subList(1, path.size()).reversed()) {
                        inner = Selection.all(step.from()).where(new Related(inner));
                    }
                    return Parser.empty(head.where(new Related(inner, exists))).costing(path.size());
                }).orElse(Parser.none());
    }

    /** Narrows a selection by a figure over what belongs to each row, which is several: of one there is nothing to count. */
    Parser<Selection> measured(Selection head, Measured condition) {
        return graph.belonging(head.table(), condition.measure().of().table())
                .filter(path -> path.stream().anyMatch(Step::toMany))
                .map(path -> Parser.empty(head.where(condition)).costing(path.size() - 1)).orElse(Parser.none());
    }

    boolean linked(Table group, Measure measure) {
        return linked(group, measure.of().table());
    }

    boolean linked(Table one, Table other) {
        return graph.belonging(one, other).isPresent();
    }

    /** The selection by the name of its rows, where they have one. */
    Optional<Selection> named(Table table, Test test) {
        return graph.nameOf(table).map(name -> new Selection(table, List.<Condition>of(new Compared(name, test))));
    }

    SchemaGraph graph() {
        return graph;
    }
}
