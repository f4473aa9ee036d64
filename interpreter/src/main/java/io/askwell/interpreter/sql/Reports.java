package io.askwell.interpreter.sql;

import io.askwell.domain.agent.Schema.Table;
import io.askwell.interpreter.logic.Attribute;
import io.askwell.interpreter.logic.Inquiry.Having;
import io.askwell.interpreter.logic.Inquiry.Item;
import io.askwell.interpreter.logic.Inquiry.Item.Cell;
import io.askwell.interpreter.logic.Inquiry.Item.Folded;
import io.askwell.interpreter.logic.Inquiry.Item.RowCount;
import io.askwell.interpreter.logic.Inquiry.Order;
import io.askwell.interpreter.logic.Inquiry.Report;
import io.askwell.interpreter.logic.Rank;
import io.askwell.interpreter.logic.SchemaGraph;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Writes reports as SQL: tables joined along the schema's keys, grouped, sorted and cut off where it is asked. */
final class Reports {
    private final SchemaGraph graph;

    Reports(SchemaGraph graph) {
        this.graph = graph;
    }

    String write(Report report) {
        Scope scope = new Scope(graph, new Aliases(), report.of().table()).where(report.of());
        Select select = scope.select();
        List<String> labels = new ArrayList<>();
        for (Item item : report.items()) {
            String label = SqlWriter.unused(label(item), labels);
            labels.add(label);
            select.column(sql(scope, item), label);
        }
        attributes(report).map(Attribute::table).filter(table -> !report.of().of(table)).distinct()
                .forEach(table -> narrowed(scope, report, table));
        report.groups().forEach(group -> select.groupBy(scope.inner(group)));
        for (Having having : report.having()) {
            select.having(Conditions.comparison(sql(scope, having.figure()), having.comparison()));
        }
        return report.rank().isPresent() ? ranked(scope, report, labels) : sorted(scope, report);
    }

    /** Every column whose table must be joined. */
    private static Stream<Attribute> attributes(Report report) {
        Stream<Item> items = Stream.concat(report.items().stream(),
                Stream.concat(report.order().stream().map(Order::by), report.having().stream().map(Having::figure)));
        return Stream.concat(report.groups().stream(), items.flatMap(item -> switch (item) {
            case Cell(var attribute) -> Stream.of(attribute);
            case Folded(var how, var attribute) -> Stream.of(attribute);
            case RowCount() -> Stream.of();
        }));
    }

    private static void narrowed(Scope scope, Report report, Table table) {
        String alias = scope.join("JOIN", scope.alias(), scope.graph().path(scope.table(), table).orElseThrow());
        new Conditions(scope).ofJoined(report.of(), table, alias).forEach(scope.select()::where);
    }

    private static String sorted(Scope scope, Report report) {
        Select select = scope.select();
        boolean folded = report.distinct() && report.groups().isEmpty();
        for (Order order : report.order()) {
            String by = sql(scope, order.by());
            // What is told once can be sorted by another column only if that is folded.
            boolean shown = report.items().contains(order.by());
            select.orderBy((folded && !shown ? (order.descending() ? "max(" : "min(") + by + ")" : by)
                    + (order.descending() ? " DESC" : ""));
        }
        if (folded && report.order().stream().anyMatch(order -> !report.items().contains(order.by()))) {
            report.items().forEach(item -> select.groupBy(sql(scope, item)));
        } else if (report.distinct()) {
            select.distinct();
        }
        if (report.order().isEmpty()) {
            report.items().stream().filter(item -> !report.groups().isEmpty() || item instanceof Cell)
                    .forEach(item -> select.orderBy(sql(scope, item)));
        }
        return select.sql();
    }

    /** The ends of an order, all that tie included. */
    private static String ranked(Scope scope, Report report, List<String> labels) {
        Order first = report.order().getFirst();
        String by = sql(scope, first.by());
        String place = SqlWriter.unused("place", labels);
        Rank rank = report.rank().orElseThrow().from(first.descending());
        scope.select().column(Places.by(by, rank), place);
        if (!(first.by() instanceof RowCount)) {
            if (report.groups().isEmpty()) {
                scope.select().where(by + " IS NOT NULL");
            } else {
                scope.select().having(by + " IS NOT NULL");
            }
        }
        Select outer = new Select().from("(" + scope.select().sql() + ")", "ranked");
        labels.forEach(label -> outer.column("ranked." + Identifiers.name(label)));
        if (report.distinct()) {
            outer.distinct();
        } else {
            outer.orderBy("ranked." + place);
        }
        labels.forEach(label -> outer.orderBy("ranked." + Identifiers.name(label)));
        return outer.where(Places.kept("ranked." + place, rank)).sql();
    }

    private static String sql(Scope scope, Item item) {
        return switch (item) {
            case Cell(var attribute) -> scope.inner(attribute);
            case RowCount() -> "count(*)";
            case Folded(var how, var attribute) -> Figures.fold(how, scope.inner(attribute));
        };
    }

    private static String label(Item item) {
        return switch (item) {
            case Cell(var attribute) -> attribute.column().name();
            case RowCount() -> "count";
            case Folded(var how, var attribute) ->
                how.name().toLowerCase(java.util.Locale.ROOT) + "_" + attribute.column().name();
        };
    }
}
