package io.askwell.interpreter.sql;

import io.askwell.interpreter.logic.Attribute;
import io.askwell.interpreter.logic.Condition;
import io.askwell.interpreter.logic.Condition.Either;
import io.askwell.interpreter.logic.Condition.Foremost;
import io.askwell.interpreter.logic.Condition.Standing.ByColumn;
import io.askwell.interpreter.logic.Condition.Standing.ByFigure;
import io.askwell.interpreter.logic.Condition.Standing.ByFrequency;
import io.askwell.interpreter.logic.Measure;
import io.askwell.interpreter.logic.Measure.Count;
import io.askwell.interpreter.logic.Rank;
import io.askwell.interpreter.logic.Selection;
import java.util.List;

/** Writes as SQL that a row stands at an end of the order of all rows that meet the same conditions. */
final class Standings {
    private final Scope scope;

    Standings(Scope scope) {
        this.scope = scope;
    }

    /** @param alias of the row */
    String of(Selection selection, Foremost foremost, String alias) {
        List<Condition> others = selection.conditions().stream().filter(other -> !speaksOfEnd(other)).toList();
        Selection all = new Selection(selection.table(), others);
        return switch (foremost.by()) {
            case ByColumn(var attribute) when foremost.rank().places() == 1 ->
                farthest(all, attribute, foremost.rank(), alias);
            case ByColumn(var attribute) -> {
                Scope inner = new Scope(scope.graph(), scope.aliases(), all.table());
                String by = inner.column(attribute);
                yield among(inner.where(all), by, by + " IS NOT NULL", foremost.rank(), alias);
            }
            case ByFigure(var measure) -> {
                Scope inner = new Scope(scope.graph(), scope.aliases(), all.table());
                String by = new Conditions(inner).subquery(measure, all, inner.alias());
                yield among(inner.where(all), by, by + known(measure), foremost.rank(), alias);
            }
            case ByFrequency(var attribute) -> frequent(all, attribute, foremost.rank(), alias);
        };
    }

    /** An end is found among all rows that meet the rest: were an end part of that rest, it would be of itself. */
    private static boolean speaksOfEnd(Condition condition) {
        return condition instanceof Foremost || (condition instanceof Either(var conditions, var holds)
                && conditions.stream().anyMatch(Standings::speaksOfEnd));
    }

    private String frequent(Selection all, Attribute attribute, Rank rank, String alias) {
        Scope inner = new Scope(scope.graph(), scope.aliases(), all.table());
        String value = inner.column(attribute);
        inner.select().column(value, "value")
                .column(Places.by("count(*)", rank), "place")
                .where(value + " IS NOT NULL").groupBy(value);
        Select outer = new Select().from("(" + inner.where(all).select().sql() + ")", "standing")
                .column("standing.\"value\"").where(Places.kept("standing.place", rank));
        return "%s IN (%s)".formatted(Scope.column(alias, attribute), outer.sql());
    }

    private String farthest(Selection all, Attribute attribute, Rank rank, String alias) {
        Scope inner = new Scope(scope.graph(), scope.aliases(), all.table());
        inner.select().column((rank.highest() ? "max(" : "min(") + inner.column(attribute) + ")");
        return "%s = (%s)".formatted(Scope.column(alias, attribute), inner.where(all).select().sql());
    }

    private String among(Scope inner, String by, String there, Rank rank, String alias) {
        Attribute key = scope.graph().keyOf(inner.table()).orElseThrow();
        inner.select().column(inner.column(key), "key")
                .column(Places.by(by, rank), "place").where(there);
        Select outer = new Select().from("(" + inner.select().sql() + ")", "standing").column("standing.\"key\"")
                .where(Places.kept("standing.place", rank));
        return "%s IN (%s)".formatted(Scope.column(alias, key), outer.sql());
    }

    private static String known(Measure measure) {
        return measure instanceof Count ? " > 0" : " IS NOT NULL";
    }
}
