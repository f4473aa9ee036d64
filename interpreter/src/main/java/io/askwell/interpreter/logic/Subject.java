package io.askwell.interpreter.logic;

import io.askwell.interpreter.logic.Condition.Compared;
import io.askwell.interpreter.logic.Condition.Either;
import io.askwell.interpreter.logic.Condition.Foremost;
import io.askwell.interpreter.logic.Condition.Measured;
import io.askwell.interpreter.logic.Condition.Related;
import io.askwell.interpreter.logic.Condition.Shared;
import io.askwell.interpreter.logic.Measure.Count;
import io.askwell.interpreter.logic.Measure.Fold;
import io.askwell.interpreter.logic.Test.Compares;
import io.askwell.interpreter.logic.Test.Contains;
import io.askwell.interpreter.logic.Test.During;
import io.askwell.interpreter.logic.Test.OneOf;
import io.askwell.interpreter.logic.Test.Present;
import io.askwell.interpreter.logic.Test.Spelled;
import java.util.List;

/**
 * What a condition speaks of, whatever it says of that: "in Wonderland" and "not in Buildtown" both speak of the city of an
 * address.
 *
 * @param kind of the condition, and of what it is held against
 */
record Subject(String kind, Object of, List<Subject> inner) {

    static Subject of(Condition condition) {
        return switch (condition) {
            case Compared(var attribute, var test, var holds) -> new Subject(kind(test), attribute, List.of());
            case Either(var conditions, var holds) ->
                new Subject("either", "", conditions.stream().map(Subject::of).toList());
            case Related(var to, var exists) -> new Subject("related", to.table().name(), inner(to));
            case Measured(Count(var rows), var comparison, var holds) ->
                new Subject("count", rows.table().name(), inner(rows));
            case Measured(Fold(var how, var attribute, var rows), var comparison, var holds) ->
                new Subject(how.name(), attribute, inner(rows));
            case Foremost(var by, var rank, var holds) -> new Subject("standing", by, List.of());
            case Shared(var value, var by, var exists) -> new Subject("shared", value, inner(by));
        };
    }

    /** Whether the condition demands something, rather than excluding it. */
    static boolean demands(Condition condition) {
        return switch (condition) {
            case Compared(var attribute, var test, var holds) -> holds;
            case Either(var conditions, var holds) -> holds;
            case Related(var to, var exists) -> exists;
            case Measured(var measure, var comparison, var holds) -> holds;
            case Foremost(var by, var rank, var holds) -> holds;
            case Shared(var value, var by, var exists) -> exists;
        };
    }

    static List<Subject> inner(Selection selection) {
        return selection.conditions().stream().map(Subject::of).toList();
    }

    private static String kind(Test test) {
        return switch (test) {
            case OneOf one -> "value";
            case Spelled spelled -> "value";
            case Compares compares -> "number";
            case During during -> "period";
            case Present present -> "presence";
            case Contains contains -> "text";
        };
    }
}
