package io.askwell.interpreter.reading;

import io.askwell.interpreter.lexicon.Keyword;
import io.askwell.interpreter.logic.Condition;
import io.askwell.interpreter.logic.Condition.Compared;
import io.askwell.interpreter.logic.Condition.Related;
import io.askwell.interpreter.logic.Condition.Shared;
import io.askwell.interpreter.logic.SchemaGraph;
import io.askwell.interpreter.logic.SchemaGraph.Step;
import io.askwell.interpreter.logic.Selection;
import java.util.List;

/** Whether it is open of which rows a question says "not". */
final class Denials {
    private final Grammar grammar;
    private final SchemaGraph graph;

    Denials(Grammar grammar) {
        this.grammar = grammar;
        this.graph = grammar.links.graph();
    }

    boolean areOpen(Selection rows) {
        return rows.conditions().stream().anyMatch(said -> deniesOneOfMany(rows, said)
                || deniesOfLinked(rows, said) || deniesSharing(said));
    }

    /** "Mountains whose photo is not by Ann": none of their photos is, or one of them is not. */
    private boolean deniesOneOfMany(Selection rows, Condition said) {
        return grammar.terminals.says(grammar.terminals.word(Keyword.WHOSE))
                && said instanceof Related(var to, var exists) && exists && to.conditions().size() == 1
                && isNegative(to.conditions().getFirst())
                && graph.path(rows.table(), to.table()).stream().flatMap(List::stream)
                        .anyMatch(Step::toMany);
    }

    /** "Mountains with a photo not taken with a Nikon", the camera being what each photo has one of. */
    private boolean deniesOfLinked(Selection rows, Condition said) {
        return said instanceof Related(var to, var exists)
                && ((exists && graph.leads(rows.table(), to.table(), Step::toMany)
                        && to.conditions().stream().anyMatch(
                                inner -> inner instanceof Related(var one, var is) && !is
                                        && graph.leads(to.table(), one.table(), Step::forward)))
                        || to.conditions().stream().anyMatch(inner -> deniesOfLinked(to, inner)));
    }

    private static boolean isNegative(Condition said) {
        return switch (said) {
            case Compared(var attribute, var test, var holds) -> !holds;
            case Related(var to, var exists) -> !exists;
            default -> false;
        };
    }

    /** "Ministers who are not of the party Green": no such row of theirs, or a row of another. */
    private boolean deniesSharing(Condition said) {
        return said instanceof Shared(var value, var by, var exists) && !exists && graph.isOneByName(by);
    }
}
