package io.askwell.interpreter.reading;

import io.askwell.domain.agent.Schema.Table;
import io.askwell.interpreter.lexicon.Keyword;
import io.askwell.interpreter.logic.Attribute;
import io.askwell.interpreter.logic.Comparison;
import io.askwell.interpreter.logic.Comparison.ThanFigure;
import io.askwell.interpreter.logic.Condition.Compared;
import io.askwell.interpreter.logic.Condition.Measured;
import io.askwell.interpreter.logic.Measure.Count;
import io.askwell.interpreter.logic.Measure.Folding;
import io.askwell.interpreter.logic.SchemaGraph;
import io.askwell.interpreter.logic.Selection;
import io.askwell.interpreter.logic.Test.Compares;
import io.askwell.interpreter.logic.Test.OneOf;
import java.util.Optional;

/**
 * What is said of a noun behind whatever words tie it there: "that are located in", "who have", "which belong to". Such words
 * say no more than the schema's one way between both; what negates or counts is read apart.
 */
final class Ties {
    private static final int LOOSE = 6;
    private static final Keyword[] TYING = {Keyword.WHOSE, Keyword.WHERE, Keyword.WITH, Keyword.HAVE, Keyword.DO,
            Keyword.BE, Keyword.IN, Keyword.AT, Keyword.ON, Keyword.FOR, Keyword.BY, Keyword.FROM, Keyword.TO,
            Keyword.OF,
            Keyword.RELATES, Keyword.THERE, Keyword.THEY};

    private final Grammar grammar;

    /** Which words were seen so far. */
    private record Seen(boolean any, boolean negative) {}

    Ties(Grammar grammar) {
        this.grammar = grammar;
    }

    /** The noun, narrowed by what is tied to it. */
    Parser<Selection> on(Selection head) {
        return Parser.any(tie().then(holds -> said(head, holds)), clause(head))
                .costing(head.conditions().isEmpty() ? LOOSE : LOOSE + 1);
    }

    /** At least one tying word; whether what follows holds. */
    Parser<Boolean> tie() {
        return grammar.effort.chain(new Seen(false, false), so -> Parser.any(
                grammar.terminals.word(Keyword.THAT, TYING).map(word -> new Seen(true, so.negative())),
                so.negative()
                        ? Parser.none()
                        : grammar.terminals.word(Keyword.NOT).map(word -> new Seen(so.any(), true))))
                .where(Seen::any).map(seen -> !seen.negative());
    }

    /** What may still stand behind a noun and says nothing more: "that there are", "has", "enrolled in". */
    Parser<Boolean> rest() {
        return Parser.any(Parser.empty(true), tie().where(holds -> holds));
    }

    private Parser<Selection> said(Selection head, boolean holds) {
        Parser<Selection> several = Parser.any(grammar.objects.rows(head, holds), grammar.modifiers.tested(head, holds),
                near(head, holds), linked(head, holds), counted(head, holds), numbered(head, holds),
                unnamed(head, holds), grammar.modifiers.containing(head, holds));
        Parser<Selection> positive = Parser.any(grammar.superlatives.behind(head), grammar.superlatives.frequent(head),
                grammar.modifiers.graded(head),
                grammar.modifiers.time(head), grammar.modifiers.both(head),
                grammar.boths.of(head));
        return holds ? Parser.any(several, positive) : several;
    }

    /** "Trained by Ann" is by somebody else than Ann, whose key no way follows. */
    private boolean isAnother(Selection head, Compared value) {
        return head.of(value.attribute().table()) && grammar.links.graph().isName(value.attribute())
                && grammar.terminals.says(grammar.modifiers.relates().before(grammar.terminals.word(Keyword.BY))
                        .next(grammar.entities.storedName()).where(name -> name.conditions().contains(value)));
    }

    /** A value of the noun's own, or of the one row that it points to: farther off, the words would have to say whose it is. */
    private Parser<Selection> near(Selection head, boolean holds) {
        return grammar.entities.values()
                .where(value -> isNear(head, value.attribute().table()) && !isAnother(head, value))
                .then(value -> grammar.links.compared(head, new Compared(value.attribute(), value.test(), holds)));
    }

    private boolean isNear(Selection head, Table other) {
        return head.of(other) || grammar.links.graph().path(head.table(), other)
                .filter(path -> path.size() == 1 && path.getFirst().forward()).isPresent();
    }

    /** "students who take Latin", "... Latin and Greek": the name of what rows are linked with, one by one. */
    private Parser<Selection> linked(Selection head, boolean holds) {
        Parser<Compared> name = grammar.entities.values()
                .where(value -> value.test() instanceof OneOf(var values) && values.size() == 1
                        && isLinkedName(head, value.attribute()));
        return name.then(one -> grammar.links
                .compared(head, new Compared(one.attribute(), one.test(), holds))
                .then(so -> Parser.any(Parser.empty(so), holds
                        ? grammar.terminals.word(Keyword.AND).next(name)
                                .where(other -> other.attribute().equals(one.attribute()) && !other.equals(one))
                                .then(other -> grammar.links.compared(so, other))
                        : Parser.none())));
    }

    private boolean isLinkedName(Selection head, Attribute name) {
        return grammar.links.graph().tellsName(name) && grammar.links.graph().belonging(head.table(), name.table())
                .filter(SchemaGraph::leadsThroughLinks).isPresent();
    }

    private Parser<Selection> counted(Selection head, boolean holds) {
        Parser<Comparison> times = grammar.comparisons.times();
        Parser<Selection> behind = grammar.entities.phrase()
                .then(rows -> times.then(often -> grammar.links.measured(head,
                        new Measured(new Count(rows), often, holds))));
        return Parser.any(grammar.objects.counted(head, holds), behind).before(rest());
    }

    /** "more than 1000 distance", "at least 100000 salary". */
    private Parser<Selection> numbered(Selection head, boolean holds) {
        Parser<Selection> number = Parser.any(grammar.comparisons.comparison(), grammar.comparisons.exactly())
                .then(comparison -> column(head).map(attribute -> head
                        .where(new Compared(attribute, new Compares(comparison), holds))));
        // "more than the average number of points"
        Parser<Selection> average = grammar.comparisons.operator()
                .before(grammar.terminals.word(Keyword.AVERAGE)).then(operator -> grammar.terminals
                        .words(Keyword.NUMBER_OF).next(column(head)).map(attribute -> head.where(new Compared(attribute,
                                new Compares(new ThanFigure(operator, Folding.AVERAGE, attribute)), holds))));
        return Parser.any(number, average);
    }

    private Parser<Attribute> column(Selection head) {
        return grammar.items.columnOf(head.table()).where(attribute -> attribute.numeric() && head.of(attribute.table())
                && !grammar.links.graph().isKey(attribute));
    }

    /** "of Linda Smith": of whom the first and the last name are stored. */
    private Parser<Selection> unnamed(Selection head, boolean holds) {
        return grammar.entities.fullName().then(other -> grammar.links.related(head, other, holds));
    }

    /** "the teacher Smith teaches", "that the student takes". */
    private Parser<Selection> clause(Selection head) {
        Parser<Optional<Keyword>> that = grammar.terminals.word(Keyword.THAT).optional();
        Parser<Boolean> verb = grammar.terminals.words(Keyword.HAVE, Keyword.BE, Keyword.DO)
                .next(Parser.any(grammar.terminals.word(Keyword.RELATES), grammar.terminals.word(Keyword.HAVE)))
                .before(grammar.terminals.words(Keyword.IN, Keyword.AT, Keyword.ON, Keyword.FOR, Keyword.TO,
                        Keyword.FROM,
                        Keyword.BY, Keyword.WITH))
                .map(word -> true);
        return that
                .next(Parser.any(grammar.entities.phrase(), grammar.entities.storedName(), grammar.entities.fullName()))
                .before(verb).then(other -> grammar.links.related(head, other, true));
    }
}
