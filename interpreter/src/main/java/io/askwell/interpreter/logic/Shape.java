package io.askwell.interpreter.logic;

import io.askwell.interpreter.logic.Condition.Compared;
import io.askwell.interpreter.logic.Condition.Related;
import io.askwell.interpreter.logic.Grouping.Each;
import io.askwell.interpreter.logic.Inquiry.Breakdown;
import io.askwell.interpreter.logic.Inquiry.Extreme;
import io.askwell.interpreter.logic.Inquiry.Figure;
import io.askwell.interpreter.logic.Inquiry.Listing;
import io.askwell.interpreter.logic.Inquiry.Sort;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** How an inquiry tells what it found: its columns, its order, its groups, how many are kept. Each may be changed. */
final class Shape {
    private final SchemaGraph graph;
    private final Inquiry inquiry;

    Shape(SchemaGraph graph, Inquiry inquiry) {
        this.graph = graph;
        this.inquiry = inquiry;
    }

    List<Inquiry> sorted(Attribute by, boolean descending) {
        return inquiry instanceof Listing(var of, var columns, var sort) && of.of(by.table())
                ? List.of(new Listing(of, columns, Optional.of(new Sort(by, descending))))
                : List.of();
    }

    List<Inquiry> turned(boolean descending) {
        return inquiry instanceof Listing(var of, var columns, var sort)
                ? sort.<Inquiry>map(so -> new Listing(of, columns, Optional.of(new Sort(so.by(), descending)))).stream()
                        .toList()
                : List.of();
    }

    /** "Only the top 3" of a list is by its order, or by what its rows are great by; where these differ, both may be meant. */
    List<Inquiry> limited(Rank rank, boolean inTime) {
        return switch (inquiry) {
            case Breakdown(var measure, var by, var old) when !inTime ->
                List.of(new Breakdown(measure, by, Optional.of(rank)));
            case Extreme(var of, var by, var old, var columns) when inTime == by.dated() ->
                List.of(new Extreme(of, by, rank, columns));
            case Listing(var of, var columns, var sort) -> {
                Stream<Inquiry> natural = (inTime ? graph.dateOf(of.table()) : graph.amountOf(of.table())).stream()
                        .map(by -> new Extreme(of, by, rank, columns));
                Stream<Inquiry> inOrder = sort.filter(so -> so.by().numeric() || so.by().dated()).stream()
                        .map(so -> new Extreme(of, so.by(), rank.from(so.descending()), columns));
                yield Stream.concat(inOrder, natural).distinct().toList();
            }
            default -> List.of();
        };
    }

    /** The rows are still told by their names where they were. */
    List<Inquiry> showing(List<Attribute> columns) {
        return switch (inquiry) {
            case Listing(var of, var old, var sort) when reachable(of, columns) ->
                List.of(new Listing(of, named(of, old, columns), sort));
            case Extreme(var of, var by, var rank, var old) when reachable(of, columns) ->
                List.of(new Extreme(of, by, rank, columns));
            default -> List.of();
        };
    }

    private boolean reachable(Selection of, List<Attribute> columns) {
        return columns.stream().allMatch(
                column -> of.of(column.table()) || graph.path(of.table(), column.table()).isPresent());
    }

    private List<Attribute> named(Selection of, List<Attribute> old, List<Attribute> columns) {
        var all = new ArrayList<Attribute>();
        graph.nameOf(of.table()).filter(name -> (old.isEmpty() || old.contains(name)) && !columns.contains(name))
                .ifPresent(all::add);
        all.addAll(columns);
        return all;
    }

    List<Inquiry> grouped(Grouping by) {
        return switch (inquiry) {
            case Figure(var measure) -> ungrouped(measure, by);
            case Breakdown(var measure, var old, var rank) when rank.isEmpty()
                    && !(old instanceof Each(var rows) && !rows.conditions().isEmpty()) ->
                ungrouped(measure, by);
            default -> List.of();
        };
    }

    /** "For each customer" takes the place of the one customer that was asked for. */
    private List<Inquiry> ungrouped(Measure measure, Grouping by) {
        Selection rows = measure.of();
        if (!(by instanceof Each(var each))) {
            return List.of(new Breakdown(measure, by, Optional.empty()));
        }
        List<Condition> others = rows.conditions().stream()
                .filter(condition -> !(condition instanceof Related(var to, var exists) && exists
                        && to.of(each.table()) && to.conditions().stream().allMatch(this::isName)))
                .toList();
        return rows.conditions().size() - others.size() > 1
                ? List.of()
                : List.of(new Breakdown(measure.over(new Selection(rows.table(), others)), by, Optional.empty()));
    }

    private boolean isName(Condition condition) {
        return condition instanceof Compared(var attribute, var test, var holds) && graph.isName(attribute);
    }
}
