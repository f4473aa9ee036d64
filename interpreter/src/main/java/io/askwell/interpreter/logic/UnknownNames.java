package io.askwell.interpreter.logic;

import io.askwell.interpreter.logic.Condition.Compared;
import io.askwell.interpreter.logic.Condition.Either;
import io.askwell.interpreter.logic.Condition.Foremost;
import io.askwell.interpreter.logic.Condition.Measured;
import io.askwell.interpreter.logic.Condition.Related;
import io.askwell.interpreter.logic.Condition.Shared;
import io.askwell.interpreter.logic.Condition.Standing.ByFigure;
import io.askwell.interpreter.logic.Inquiry.Lookup;
import io.askwell.interpreter.logic.Test.Spelled;
import java.util.Optional;
import java.util.stream.Stream;

/** Finds names in an inquiry of which it is not known that they are stored: then that is the first thing to find out. */
public final class UnknownNames {
    private final SchemaGraph graph;

    public UnknownNames(SchemaGraph graph) {
        this.graph = graph;
    }

    /** The look-up of the first such name, or else the inquiry. */
    public Inquiry first(Inquiry inquiry) {
        return in(inquiry).<Inquiry>map(unknown -> unknown).orElse(inquiry);
    }

    /** A look-up of the first such name. */
    public Optional<Lookup> in(Inquiry inquiry) {
        return inquiry instanceof Lookup lookup
                ? Optional.of(lookup)
                : Slots.heads(inquiry).stream().flatMap(rows -> in(rows).stream()).findFirst();
    }

    private Optional<Lookup> in(Selection selection) {
        return selection.conditions().stream().flatMap(this::in).findFirst();
    }

    private Stream<Lookup> in(Condition condition) {
        return switch (condition) {
            case Compared(var attribute, Spelled(var text), var holds) when graph.isName(attribute) ->
                Stream.of(new Lookup(attribute, text));
            case Compared compared -> Stream.empty();
            case Related(var to, var exists) -> in(to).stream();
            case Either(var conditions, var holds) -> conditions.stream().flatMap(this::in);
            case Measured(var measure, var comparison, var holds) -> in(measure.of()).stream();
            case Foremost(ByFigure(var measure), var rank, var holds) -> in(measure.of()).stream();
            case Foremost foremost -> Stream.empty();
            case Shared(var value, var by, var exists) -> in(by).stream();
        };
    }
}
