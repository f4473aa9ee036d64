package io.askwell.interpreter.sql;

import io.askwell.interpreter.logic.Measure;
import io.askwell.interpreter.logic.Measure.Count;
import io.askwell.interpreter.logic.Measure.Fold;
import java.util.Locale;

/** Writes figures as SQL, over one row for each thing that counts. */
final class Figures {
    private Figures() {}

    static String of(Measure measure, String alias) {
        return switch (measure) {
            case Count count -> "count(*)";
            case Fold(var how, var attribute, var of) -> fold(how, Scope.column(alias, attribute));
        };
    }

    /** As {@link #of}, where rows joined to the left may be missing and then count as nothing. */
    static String ofJoined(Measure measure, String alias, String presentColumn) {
        return measure instanceof Count ? "count(" + alias + "." + presentColumn + ")" : of(measure, alias);
    }

    /** @param column SQL; a sum over nothing is zero, the other figures are not known */
    static String fold(Measure.Folding how, String column) {
        return switch (how) {
            case SUM -> "coalesce(sum(" + column + "), 0)";
            case AVERAGE -> "avg(" + column + ")";
            case HIGHEST -> "max(" + column + ")";
            case LOWEST -> "min(" + column + ")";
            case DISTINCT -> "count(DISTINCT " + column + ")";
        };
    }

    /** What the figure's column is called in the result. */
    static String name(Measure measure) {
        return switch (measure) {
            case Count(var of) -> of.table().name().name().toLowerCase(Locale.ROOT) + "_count";
            case Fold(var how, var attribute, var of) -> how.name().toLowerCase(Locale.ROOT) + "_"
                    + attribute.column().name().toLowerCase(Locale.ROOT);
        };
    }
}
