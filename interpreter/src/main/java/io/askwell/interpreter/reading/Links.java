package io.askwell.interpreter.reading;

import io.askwell.domain.agent.Schema.Table;
import io.askwell.interpreter.logic.Condition;
import io.askwell.interpreter.logic.Condition.Compared;
import io.askwell.interpreter.logic.Condition.Measured;
import io.askwell.interpreter.logic.Condition.Related;
import io.askwell.interpreter.logic.Measure;
import io.askwell.interpreter.logic.SchemaGraph;
import io.askwell.interpreter.logic.SchemaGraph.Step;
import io.askwell.interpreter.logic.Selection;
import io.askwell.interpreter.logic.Test;
import java.util.List;
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
            return Parser.empty(head.where(condition));
        }
        Compared positive = new Compared(condition.attribute(), condition.test());
        return related(head, Selection.all(table).where(positive), condition.holds());
    }

    /** Narrows a selection to rows to which a row of another selection belongs, or none does. */
    Parser<Selection> related(Selection head, Selection other, boolean exists) {
        if (head.of(other.table())) {
            return Parser.none();
        }
        return graph.path(head.table(), other.table()).map(path -> {
            Selection inner = other;
            for (Step step : path.subList(1, path.size()).reversed()) {
                inner = Selection.all(step.from()).where(new Related(inner));
            }
            return Parser.empty(head.where(new Related(inner, exists))).costing(path.size());
        }).orElse(Parser.none());
    }

    /** Narrows a selection by a figure over what belongs to each row. */
    Parser<Selection> measured(Selection head, Measured condition) {
        return linked(head.table(), condition.measure()) ? Parser.empty(head.where(condition)) : Parser.none();
    }

    boolean linked(Table group, Measure measure) {
        return linked(group, measure.of().table());
    }

    boolean linked(Table one, Table other) {
        return graph.path(one, other).isPresent();
    }

    /** The selection by the name of its rows, where they have one. */
    Optional<Selection> named(Table table, Test test) {
        return graph.nameOf(table).map(name -> new Selection(table, List.<Condition>of(new Compared(name, test))));
    }

    SchemaGraph graph() {
        return graph;
    }
}
