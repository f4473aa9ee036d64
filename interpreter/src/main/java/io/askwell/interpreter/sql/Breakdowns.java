package io.askwell.interpreter.sql;

import io.askwell.domain.agent.Schema.Table;
import io.askwell.interpreter.logic.Attribute;
import io.askwell.interpreter.logic.Grouping.By;
import io.askwell.interpreter.logic.Grouping.Calendar;
import io.askwell.interpreter.logic.Grouping.Each;
import io.askwell.interpreter.logic.Grouping.Unit;
import io.askwell.interpreter.logic.Inquiry.Breakdown;
import io.askwell.interpreter.logic.Measure;
import io.askwell.interpreter.logic.Measure.Fold;
import io.askwell.interpreter.logic.Measure.Folding;
import io.askwell.interpreter.logic.Rank;
import io.askwell.interpreter.logic.SchemaGraph;
import io.askwell.interpreter.logic.SchemaGraph.Step;
import io.askwell.interpreter.logic.Selection;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Writes a figure for each group as SQL. */
final class Breakdowns {
    private final SchemaGraph graph;
    private final Aliases aliases = new Aliases();

    /** The columns that tell a group, the figure, and the SELECT that gives both. */
    private record Groups(Select select, List<String> labels, List<String> keys, String figure) {}

    Breakdowns(SchemaGraph graph) {
        this.graph = graph;
    }

    Optional<String> write(Breakdown breakdown) {
        Measure measure = breakdown.measure();
        Optional<Groups> groups = switch (breakdown.by()) {
            case Each(var of) -> each(measure, of, breakdown.rank());
            case By(var attribute) -> values(measure, attribute);
            case Calendar(var date, var unit) -> Optional.of(calendar(measure, date, unit));
        };
        return groups.map(found -> breakdown.rank().map(rank -> ranked(found, breakdown, rank))
                .orElseGet(() -> listed(found, measure, breakdown.by() instanceof Each)));
    }

    private static String listed(Groups groups, Measure measure, boolean highestFirst) {
        groups.select().column(groups.figure(), Figures.name(measure));
        if (highestFirst) {
            groups.select().orderBy(groups.figure() + (known(measure) ? " DESC" : " DESC NULLS LAST"));
        }
        groups.keys().forEach(groups.select()::orderBy);
        return groups.select().sql();
    }

    /** Whether a figure is known even where there is nothing. */
    private static boolean known(Measure measure) {
        return !(measure instanceof Fold fold) || fold.how() == Folding.SUM || fold.how() == Folding.DISTINCT;
    }

    private static String ranked(Groups groups, Breakdown breakdown, Rank rank) {
        Measure measure = breakdown.measure();
        String name = Figures.name(measure);
        String place = SqlWriter.unused("place", groups.labels());
        groups.select().column(groups.figure(), name).column(Places.by(groups.figure(), rank), place);
        Select outer = new Select().from("(" + groups.select().sql() + ")", "ranked");
        groups.labels().forEach(label -> outer.column("ranked." + Identifiers.name(label)));
        if (breakdown.tellsFigure()) {
            outer.column("ranked." + Identifiers.name(name));
        }
        outer.where(Places.kept("ranked." + place, rank)).orderBy("ranked." + place);
        groups.labels().forEach(label -> outer.orderBy("ranked." + Identifiers.name(label)));
        return outer.sql();
    }

    /** Every row of the group's table, those with nothing too, unless only the most is asked for or nothing has no figure. */
    private Optional<Groups> each(Measure measure, Selection of, Optional<Rank> rank) {
        if (graph.keyOf(of.table()).isEmpty()) {
            return Optional.empty();
        }
        Scope scope = new Scope(graph, aliases, of.table()).where(of);
        List<Attribute> shown = labels(of.table());
        List<Step> path = graph.path(of.table(), measure.of().table()).orElseThrow();
        boolean onlyThoseWithSome = rank.filter(Rank::highest).isPresent() || !known(measure);
        boolean direct = path.size() == 1 && path.getFirst().toMany();
        String figure = direct
                ? joined(scope, measure, path.getFirst(), onlyThoseWithSome)
                : subquery(scope, measure, path);
        if (!direct && !known(measure)) {
            scope.select().where(figure + " IS NOT NULL");
        }
        List<String> labels = new ArrayList<>();
        shown.forEach(column -> {
            scope.select().column(scope.column(column));
            labels.add(column.column().name());
        });
        List<String> keys = shown.stream().map(scope::column).toList();
        graph.keyOf(of.table()).filter(key -> !shown.contains(key))
                .ifPresent(key -> scope.select().groupBy(scope.column(key)));
        keys.forEach(scope.select()::groupBy);
        return Optional.of(new Groups(scope.select(), labels, keys, figure));
    }

    private String joined(Scope scope, Measure measure, Step step, boolean onlyThoseWithSome) {
        String alias = aliases.of(measure.of().table());
        List<String> on = new ArrayList<>(List.of(Scope.link(scope.alias(), step, alias)));
        on.addAll(new Conditions(scope).of(measure.of(), alias, false));
        scope.select().join(onlyThoseWithSome ? "JOIN" : "LEFT JOIN", Identifiers.table(measure.of().table().name()),
                alias, String.join(" AND ", on));
        return Figures.ofJoined(measure, alias, Identifiers.name(step.key().fromColumns().getFirst()));
    }

    private String subquery(Scope scope, Measure measure, List<Step> path) {
        Scope inner = new Scope(graph, aliases, measure.of().table());
        inner.select().column(Figures.of(measure, inner.alias()))
                .where(new Conditions(scope).belongs(inner.alias(), path, scope.alias()));
        return "(" + inner.where(measure.of()).select().sql() + ")";
    }

    /** What names a row, or else its key. */
    private List<Attribute> labels(Table table) {
        List<Attribute> names = graph.namesOf(table);
        return names.isEmpty() ? graph.keysOf(table) : names;
    }

    /** A row that has several such values counts once under each of them. */
    private Optional<Groups> values(Measure measure, Attribute attribute) {
        Scope scope = new Scope(graph, aliases, measure.of().table()).where(measure.of());
        Optional<Attribute> key = graph.keyOf(measure.of().table());
        List<Step> path = measure.of().of(attribute.table())
                ? List.of()
                : graph.path(measure.of().table(), attribute.table()).orElseThrow();
        boolean several = path.stream().anyMatch(Step::toMany);
        if (several && key.isEmpty()) {
            return Optional.empty();
        }
        String at = scope.join("JOIN", scope.alias(), path);
        if (several) {
            new Conditions(scope).ofJoined(measure.of(), attribute.table(), at).forEach(scope.select()::where);
        }
        String value = Scope.column(at, attribute);
        String label = attribute.column().name();
        if (!several) {
            scope.select().column(value).groupBy(value);
            return Optional.of(new Groups(scope.select(), List.of(label), List.of(value),
                    Figures.of(measure, scope.alias())));
        }
        scope.select().distinct().column(value, "value").column(Scope.column(scope.alias(), key.orElseThrow()), "key");
        if (measure instanceof Fold fold) {
            scope.select().column(Scope.column(scope.alias(), fold.attribute()), "amount");
        }
        Select outer = new Select().from("(" + scope.select().sql() + ")", "once").column("once.\"value\"", label)
                .groupBy("once.\"value\"");
        String figure = measure instanceof Fold fold ? Figures.fold(fold.how(), "once.amount") : "count(*)";
        return Optional.of(new Groups(outer, List.of(label), List.of("once.\"value\""), figure));
    }

    private Groups calendar(Measure measure, Attribute date, Unit unit) {
        Scope scope = new Scope(graph, aliases, measure.of().table()).where(measure.of());
        String format = switch (unit) {
            case DAY -> "YYYY-MM-DD";
            case MONTH -> "YYYY-MM";
            case QUARTER -> "YYYY-\"Q\"Q";
            case YEAR -> "YYYY";
        };
        String stretch = "to_char(%s, '%s')".formatted(scope.column(date), format);
        String label = unit.name().toLowerCase(Locale.ROOT);
        scope.select().column(stretch, label).groupBy(stretch).where(scope.column(date) + " IS NOT NULL");
        return new Groups(scope.select(), List.of(label), List.of(stretch),
                Figures.of(measure, scope.alias()));
    }
}
