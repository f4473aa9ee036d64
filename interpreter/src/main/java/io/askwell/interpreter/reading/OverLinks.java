package io.askwell.interpreter.reading;

import io.askwell.interpreter.logic.Comparison.Operator;
import io.askwell.interpreter.logic.Comparison.Than;
import io.askwell.interpreter.logic.Condition;
import io.askwell.interpreter.logic.Condition.Compared;
import io.askwell.interpreter.logic.Condition.Foremost;
import io.askwell.interpreter.logic.Condition.Measured;
import io.askwell.interpreter.logic.Condition.Related;
import io.askwell.interpreter.logic.Inquiry;
import io.askwell.interpreter.logic.Inquiry.Item.Cell;
import io.askwell.interpreter.logic.Inquiry.Listing;
import io.askwell.interpreter.logic.Inquiry.Report;
import io.askwell.interpreter.logic.SchemaGraph;
import io.askwell.interpreter.logic.Selection;
import io.askwell.interpreter.logic.Test.Compares;
import java.util.Optional;

/**
 * Finds lists of rows that links tie to several others, which are told by how much they have of something: "physicians who are
 * trained in procedures that cost over 5000". Whether each is told once, or with each procedure, is open, unless different ones
 * are asked for.
 */
final class OverLinks {
    private final Grammar grammar;
    private final SchemaGraph graph;

    OverLinks(Grammar grammar) {
        this.grammar = grammar;
        this.graph = grammar.links.graph();
    }

    boolean mayRepeat(Inquiry inquiry) {
        return !grammar.terminals.asksForDifferent()
                && listed(inquiry).filter(rows -> rows.conditions().size() == 1).filter(this::isTied).isPresent();
    }

    private static Optional<Selection> listed(Inquiry inquiry) {
        return switch (inquiry) {
            case Listing(var of, var columns, var sort) -> Optional.of(of);
            case Report report when report.groups().isEmpty() && report.items().stream()
                    .allMatch(Cell.class::isInstance) ->
                Optional.of(report.of());
            default -> Optional.empty();
        };
    }

    private boolean isTied(Selection rows) {
        return rows.conditions().getFirst() instanceof Related(var link, var exists) && exists
                && (isByMuchOverLinks(rows, link) || link.conditions().stream().anyMatch(
                        said -> said instanceof Related(var to, var is) && is && isByMuch(to)
                                && isThrough(rows, link, to)));
    }

    private boolean isByMuchOverLinks(Selection rows, Selection to) {
        return isByMuch(to)
                && graph.path(rows.table(), to.table()).filter(SchemaGraph::leadsThroughLinks).isPresent();
    }

    private boolean isThrough(Selection rows, Selection link, Selection to) {
        return graph.path(rows.table(), link.table()).filter(way -> way.size() == 1 && way.getFirst().toMany())
                .isPresent()
                && graph.path(link.table(), to.table()).filter(way -> way.size() == 1 && way.getFirst().forward())
                        .isPresent();
    }

    /** More or less than so much, or among the first of an order. */
    private static boolean isByMuch(Selection rows) {
        return rows.conditions().stream().anyMatch(OverLinks::isByMuch);
    }

    private static boolean isByMuch(Condition condition) {
        return switch (condition) {
            case Compared(var attribute, Compares(var comparison), var holds) ->
                !(comparison instanceof Than(var operator, var number) && operator == Operator.EXACTLY);
            // The one at an end ties each row but once, as a rule.
            case Foremost(var by, var rank, var holds) -> !holds || !rank.isOne();
            case Measured measured -> true;
            default -> false;
        };
    }
}
