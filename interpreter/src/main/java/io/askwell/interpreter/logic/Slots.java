package io.askwell.interpreter.logic;

import io.askwell.interpreter.logic.Condition.Compared;
import io.askwell.interpreter.logic.Condition.Either;
import io.askwell.interpreter.logic.Condition.Foremost;
import io.askwell.interpreter.logic.Condition.Measured;
import io.askwell.interpreter.logic.Condition.Related;
import io.askwell.interpreter.logic.Condition.Shared;
import io.askwell.interpreter.logic.Grouping.Each;
import io.askwell.interpreter.logic.Inquiry.Breakdown;
import io.askwell.interpreter.logic.Inquiry.Extreme;
import io.askwell.interpreter.logic.Inquiry.Figure;
import io.askwell.interpreter.logic.Inquiry.Listing;
import io.askwell.interpreter.logic.Inquiry.Lookup;
import io.askwell.interpreter.logic.Inquiry.Presence;
import io.askwell.interpreter.logic.Inquiry.Report;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/** The parts of an inquiry that can be exchanged for others. */
public final class Slots {
    private Slots() {}

    /** The rows that it speaks of first: one selection, or two where a figure is given for each of some rows. */
    public static List<Selection> heads(Inquiry inquiry) {
        return switch (inquiry) {
            case Listing(var of, var columns, var sort) -> List.of(of);
            case Extreme(var of, var by, var rank, var columns) -> List.of(of);
            case Figure(var measure) -> List.of(measure.of());
            case Report report -> List.of(report.of());
            case Breakdown(var measure, Each(var of), var rank) -> List.of(measure.of(), of);
            case Breakdown(var measure, var by, var rank) -> List.of(measure.of());
            case Presence(var of) -> List.of(of);
            case Lookup lookup -> List.of();
        };
    }

    /** The inquiry with other heads. */
    static Inquiry withHeads(Inquiry inquiry, UnaryOperator<Selection> change) {
        return switch (inquiry) {
            case Listing(var of, var columns, var sort) -> new Listing(change.apply(of), columns, sort);
            case Extreme(var of, var by, var rank, var columns) -> new Extreme(change.apply(of), by, rank, columns);
            case Figure(var measure) -> new Figure(measure.over(change.apply(measure.of())));
            case Report report -> report.over(change.apply(report.of()));
            case Breakdown(var measure, Each(var of), var rank) ->
                new Breakdown(measure.over(change.apply(measure.of())), new Each(change.apply(of)), rank);
            case Breakdown(var measure, var by, var rank) ->
                new Breakdown(measure.over(change.apply(measure.of())), by, rank);
            case Presence(var of) -> new Presence(change.apply(of));
            case Lookup lookup -> lookup;
        };
    }

    /** Every condition, however deep; those that say the same count once. */
    static List<Condition> conditions(Inquiry inquiry) {
        return heads(inquiry).stream().flatMap(Slots::within).distinct().toList();
    }

    private static Stream<Condition> within(Selection selection) {
        return selection.conditions().stream().flatMap(condition -> Stream.concat(Stream.of(condition),
                switch (condition) {
                    case Compared compared -> Stream.empty();
                    // What is said of one of several cannot be exchanged alone.
                    case Either either -> Stream.empty();
                    case Related(var to, var exists) -> within(to);
                    case Measured(var measure, var comparison, var holds) -> within(measure.of());
                    case Foremost foremost -> Stream.empty();
                    case Shared(var value, var by, var exists) -> within(by);
                }));
    }

    /** The inquiry with one condition in place of another, wherever that stands. */
    static Inquiry exchange(Inquiry inquiry, Condition old, Condition by) {
        return withHeads(inquiry, head -> exchange(head, old, by));
    }

    private static Selection exchange(Selection selection, Condition old, Condition by) {
        return new Selection(selection.table(), selection.conditions().stream().map(condition -> condition.equals(old)
                ? by
                : switch (condition) {
                    case Compared compared -> compared;
                    case Either either -> either;
                    case Related(var to, var exists) -> new Related(exchange(to, old, by), exists);
                    case Foremost foremost -> foremost;
                    case Shared(var value, var rows, var exists) -> new Shared(value, exchange(rows, old, by), exists);
                    case Measured(var measure, var comparison, var holds) ->
                        new Measured(measure.over(exchange(measure.of(), old, by)), comparison, holds);
                }).toList());
    }
}
