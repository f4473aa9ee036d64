package io.askwell.interpreter.sql;

import io.askwell.domain.agent.Schema.Table;
import io.askwell.interpreter.logic.Attribute;
import io.askwell.interpreter.logic.Inquiry;
import io.askwell.interpreter.logic.Inquiry.Breakdown;
import io.askwell.interpreter.logic.Inquiry.Extreme;
import io.askwell.interpreter.logic.Inquiry.Figure;
import io.askwell.interpreter.logic.Inquiry.Listing;
import io.askwell.interpreter.logic.Inquiry.Lookup;
import io.askwell.interpreter.logic.Inquiry.Presence;
import io.askwell.interpreter.logic.Inquiry.Report;
import io.askwell.interpreter.logic.Measure;
import io.askwell.interpreter.logic.Measure.Count;
import io.askwell.interpreter.logic.SchemaGraph;
import io.askwell.interpreter.logic.SchemaGraph.Step;
import io.askwell.interpreter.logic.Selection;
import io.askwell.interpreter.sql.Columns.Shown;
import java.util.List;
import java.util.Optional;

/** Writes an inquiry as one Postgres SELECT. */
public final class SqlWriter {
    private final SchemaGraph graph;

    public SqlWriter(SchemaGraph graph) {
        this.graph = graph;
    }

    /** The statement, without semicolon, or nothing for a figure that one plain SELECT cannot give rightly. */
    public Optional<String> write(Inquiry inquiry) {
        return switch (inquiry) {
            case Listing listing -> Optional.of(listing(listing));
            case Extreme extreme -> Optional.of(extreme(extreme));
            case Figure(var measure) -> Optional.of(figure(measure));
            case Presence(var of) -> Optional.of(figure(new Count(of)));
            case Breakdown breakdown -> new Breakdowns(graph).write(breakdown);
            case Report report -> Optional.of(new Reports(graph).write(report));
            case Lookup(var name, var text) -> Optional.of(lookup(name, text));
        };
    }

    private Scope scope(Selection of) {
        return new Scope(graph, new Aliases(), of.table()).where(of);
    }

    private String listing(Listing listing) {
        Selection of = listing.of();
        Scope scope = scope(of);
        List<Shown> shown = new Columns(graph).of(of, listing.columns());
        show(scope, shown);
        Select select = scope.select();
        shown.stream().map(column -> column.attribute().table()).filter(table -> severalOf(of, table)).distinct()
                .forEach(table -> new Conditions(scope).ofJoined(of, table, scope.reach(table))
                        .forEach(select::where));
        listing.sort().ifPresent(sort -> {
            // A distinct list can only be sorted by what it shows.
            if (shown.stream().noneMatch(column -> column.attribute().equals(sort.by()))) {
                select.column(scope.column(sort.by()));
            }
            select.orderBy(scope.column(sort.by()) + (sort.descending() ? " DESC" : ""));
        });
        boolean unsorted = listing.sort().isEmpty();
        if (repeats(of, shown)) {
            select.distinct();
            shown.forEach(column -> select.orderBy(scope.column(column.attribute())));
        } else {
            graph.nameOf(of.table()).or(() -> graph.dateOf(of.table()))
                    .filter(first -> unsorted).ifPresent(first -> select.orderBy(scope.column(first)));
            graph.keysOf(of.table()).forEach(key -> select.orderBy(scope.column(key)));
        }
        return select.sql();
    }

    private static void show(Scope scope, List<Shown> shown) {
        for (Shown column : shown) {
            String expression = scope.column(column.attribute());
            if (column.label().equals(column.attribute().column().name())) {
                scope.select().column(expression);
            } else {
                scope.select().column(expression, column.label());
            }
        }
    }

    /** Whether rows may come twice: nothing shown tells them apart, or a joined table holds several for one. */
    private boolean repeats(Selection of, List<Shown> shown) {
        boolean toldApart = shown.stream().map(Shown::attribute)
                .anyMatch(column -> graph.keyOf(of.table()).or(() -> graph.nameOf(of.table())).filter(column::equals)
                        .isPresent() || graph.nameOf(of.table()).filter(column::equals).isPresent());
        boolean several = shown.stream().anyMatch(column -> severalOf(of, column.attribute().table()));
        return several || !(toldApart || graph.isOneByName(of));
    }

    private boolean severalOf(Selection of, Table table) {
        return !of.of(table) && graph.path(of.table(), table).orElseThrow().stream().anyMatch(Step::toMany);
    }

    private String extreme(Extreme extreme) {
        Scope scope = scope(extreme.of());
        String by = scope.column(extreme.by());
        List<Shown> shown = new Columns(graph).of(extreme.of(), extreme.columns());
        show(scope, shown);
        List<String> labels = shown.stream().map(Shown::label).toList();
        String place = unused("place", labels);
        String tie = unused("tie", labels);
        scope.select().where(by + " IS NOT NULL").column(Places.by(by, extreme.rank()), place);
        graph.keyOf(extreme.of().table()).ifPresent(key -> scope.select().column(scope.column(key), tie));
        Select outer = new Select().from("(" + scope.select().sql() + ")", "ranked");
        shown.forEach(column -> outer.column("ranked." + Identifiers.name(column.label())));
        outer.where(Places.kept("ranked." + place, extreme.rank())).orderBy("ranked." + place);
        graph.keyOf(extreme.of().table()).ifPresent(key -> outer.orderBy("ranked." + tie));
        return outer.sql();
    }

    private String figure(Measure measure) {
        Scope scope = scope(measure.of());
        scope.select().column(Figures.of(measure, scope.alias()), Figures.name(measure));
        return scope.select().sql();
    }

    private String lookup(Attribute name, String text) {
        Scope scope = new Scope(graph, new Aliases(), name.table());
        String column = scope.column(name);
        return scope.select().column(column).where("lower(%s) = lower(%s)".formatted(column, Identifiers.text(text)))
                .sql();
    }

    /** A name for a column of our own that no column shown has. */
    static String unused(String name, List<String> labels) {
        return labels.contains(name) ? unused(name + "_", labels) : name;
    }
}
