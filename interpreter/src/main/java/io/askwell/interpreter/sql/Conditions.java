package io.askwell.interpreter.sql;

import io.askwell.domain.agent.Schema.Table;
import io.askwell.interpreter.logic.Comparison;
import io.askwell.interpreter.logic.Comparison.Between;
import io.askwell.interpreter.logic.Comparison.Than;
import io.askwell.interpreter.logic.Comparison.ThanFigure;
import io.askwell.interpreter.logic.Condition;
import io.askwell.interpreter.logic.Condition.Compared;
import io.askwell.interpreter.logic.Condition.Either;
import io.askwell.interpreter.logic.Condition.Foremost;
import io.askwell.interpreter.logic.Condition.Measured;
import io.askwell.interpreter.logic.Condition.Related;
import io.askwell.interpreter.logic.Condition.Shared;
import io.askwell.interpreter.logic.Measure;
import io.askwell.interpreter.logic.Period;
import io.askwell.interpreter.logic.SchemaGraph;
import io.askwell.interpreter.logic.SchemaGraph.Step;
import io.askwell.interpreter.logic.Selection;
import io.askwell.interpreter.logic.Test;
import io.askwell.interpreter.logic.Test.Compares;
import io.askwell.interpreter.logic.Test.Contains;
import io.askwell.interpreter.logic.Test.Contains.Place;
import io.askwell.interpreter.logic.Test.During;
import io.askwell.interpreter.logic.Test.OneOf;
import io.askwell.interpreter.logic.Test.Present;
import io.askwell.interpreter.logic.Test.Spelled;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** Writes conditions on a row as SQL. */
final class Conditions {
    private final Scope scope;

    Conditions(Scope scope) {
        this.scope = scope;
    }

    /**
     * One piece of SQL for each condition.
     *
     * @param alias of the row
     * @param joins whether the row to which this one points may be joined; if not, it is looked for in a subquery
     */
    List<String> of(Selection selection, String alias, boolean joins) {
        List<String> all = new ArrayList<>();
        for (Condition condition : selection.conditions()) {
            if (joins && condition instanceof Related(var to, var exists) && exists && step(selection, to).forward()) {
                String joined = scope.join("JOIN", alias, List.of(step(selection, to)));
                all.addAll(of(to, joined, true));
            } else {
                all.add(of(selection, condition, alias));
            }
        }
        return all;
    }

    /**
     * What a selection asks of the rows of another table that belong to it, for a row of that table that is joined: in
     * "cities of customers in the USA", the cities are those in the USA.
     */
    List<String> ofJoined(Selection selection, Table other, String alias) {
        List<String> all = new ArrayList<>();
        for (Condition condition : selection.conditions()) {
            if (condition instanceof Related(var to, var exists) && exists) {
                all.addAll(to.of(other) ? of(to, alias, false) : ofJoined(to, other, alias));
            }
        }
        return all;
    }

    private String of(Selection selection, Condition condition, String alias) {
        return switch (condition) {
            case Compared(var attribute, var test, var holds) -> {
                String column = Scope.column(alias, attribute);
                String positive = test(column, test);
                // What is not known is not that either.
                yield holds
                        ? positive
                        : test instanceof Present
                                ? column + " IS NULL"
                                : "(" + column + " IS NULL OR NOT (" + positive + "))";
            }
            case Related(var to, var exists) -> (exists ? "" : "NOT ") + exists(selection, to, alias);
            case Either(var conditions, var holds) -> conditions.stream().map(one -> of(selection, one, alias))
                    .collect(Collectors.joining(" OR ", holds ? "(" : "NOT (", ")"));
            case Measured(var measure, var comparison, var holds) -> {
                String positive = comparison(subquery(measure, selection, alias), comparison);
                yield holds ? positive : "NOT (" + positive + ")";
            }
            case Shared(var value, var by, var exists) -> {
                Scope inner = new Scope(scope.graph(), scope.aliases(), by.table());
                inner.select().column("1")
                        .where(Scope.column(inner.alias(), value) + " = " + Scope.column(alias, value));
                yield (exists ? "" : "NOT ") + "EXISTS (" + inner.where(by).select().sql() + ")";
            }
            case Foremost foremost -> {
                String positive = new Standings(scope).of(selection, foremost, alias);
                yield foremost.holds() ? positive : "NOT (" + positive + ")";
            }
        };
    }

    private String exists(Selection selection, Selection to, String alias) {
        Scope inner = new Scope(scope.graph(), scope.aliases(), to.table());
        inner.select().column("1").where(Scope.link(alias, step(selection, to), inner.alias()));
        return "EXISTS (" + inner.where(to).select().sql() + ")";
    }

    String subquery(Measure measure, Selection selection, String alias) {
        Scope inner = new Scope(scope.graph(), scope.aliases(), measure.of().table());
        List<Step> path = scope.graph().path(selection.table(), measure.of().table()).orElseThrow();
        if (measure instanceof Measure.Count && SchemaGraph.leadsThroughLinks(path)) {
            inner.select().column("count(*)");
            String link = inner.join("JOIN", inner.alias(), List.of(path.getLast().reversed()));
            inner.select().where(Scope.link(alias, path.getFirst(), link));
            return "(" + inner.where(measure.of()).select().sql() + ")";
        }
        inner.select().column(Figures.of(measure, inner.alias())).where(belongs(inner.alias(), path, alias));
        return "(" + inner.where(measure.of()).select().sql() + ")";
    }

    /** That the row at the end of a path belongs to the row at its start, each counted once. */
    String belongs(String far, List<Step> path, String near) {
        if (path.size() == 1) {
            return Scope.link(near, path.getFirst(), far);
        }
        Step first = path.getFirst();
        String between = scope.aliases().of(first.to());
        return "EXISTS (SELECT 1 FROM %s AS %s WHERE %s AND %s)".formatted(Identifiers.table(first.to().name()),
                between,
                Scope.link(near, first, between), belongs(far, path.subList(1, path.size()), between));
    }

    private Step step(Selection selection, Selection to) {
        return scope.graph().keyBetween(selection.table(), to.table());
    }

    private static String test(String column, Test test) {
        return switch (test) {
            case OneOf(var values) when values.size() == 1 -> column + " = " + Identifiers.text(values.getFirst());
            case OneOf(var values) -> values.stream().map(Identifiers::text)
                    .collect(Collectors.joining(", ", column + " IN (", ")"));
            case Spelled(var text) -> "lower(%s) = lower(%s)".formatted(column, Identifiers.text(text));
            case Compares(var comparison) -> comparison(column, comparison);
            case During(var period) -> during(column, period);
            case Contains(var text, var place) -> "lower(%s) LIKE lower(%s)".formatted(column,
                    Identifiers.text(pattern(text, place)));
            case Present() -> column + " IS NOT NULL";
        };
    }

    private static String pattern(String text, Place place) {
        String plain = text.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_");
        return (place == Place.BEGINNING ? "" : "%") + plain + (place == Place.END ? "" : "%");
    }

    static String comparison(String left, Comparison comparison) {
        return switch (comparison) {
            case Than(var operator, var number) ->
                "%s %s %s".formatted(left, operator.symbol(), number.toPlainString());
            case ThanFigure(var operator, var how, var attribute, var of) -> {
                String column = Identifiers.name(attribute.column().name());
                String where = of.stream()
                        .map(one -> test(Identifiers.name(one.attribute().column().name()), one.test()))
                        .collect(Collectors.joining(" AND "));
                yield "%s %s (SELECT %s FROM %s%s)".formatted(left, operator.symbol(), Figures.fold(how, column),
                        Identifiers.table(attribute.table().name()), where.isEmpty() ? "" : " WHERE " + where);
            }
            case Between(var low, var high) -> "%s BETWEEN %s AND %s".formatted(left, low.toPlainString(),
                    high.toPlainString());
        };
    }

    private static String during(String column, Period period) {
        List<String> bounds = new ArrayList<>();
        if (period.from() != null) {
            bounds.add("%s >= '%s'".formatted(column, period.from()));
        }
        if (period.until() != null) {
            bounds.add("%s < '%s'".formatted(column, period.until()));
        }
        return String.join(" AND ", bounds);
    }
}
