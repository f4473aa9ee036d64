package io.askwell.interpreter.reading;

import io.askwell.interpreter.lexicon.Keyword;
import io.askwell.interpreter.logic.Attribute;
import io.askwell.interpreter.logic.Comparison;
import io.askwell.interpreter.logic.Comparison.Operator;
import io.askwell.interpreter.logic.Comparison.Than;
import io.askwell.interpreter.logic.Condition.Compared;
import io.askwell.interpreter.logic.Condition.Measured;
import io.askwell.interpreter.logic.Measure.Count;
import io.askwell.interpreter.logic.Selection;
import io.askwell.interpreter.logic.Test.Present;
import java.math.BigDecimal;

/** What a noun has: "no orders", "more than one order", "a city of Wonderland", "an email", "revenue over 100". */
final class Objects {
    private final Grammar grammar;

    Objects(Grammar grammar) {
        this.grammar = grammar;
    }

    /**
     * The object of "have" or "with", tied to the noun that has it.
     *
     * @param holds false after "without" or "do not have"
     */
    Parser<Selection> of(Selection head, boolean holds) {
        return Parser.lazy(() -> Parser.any(rows(head, holds), counted(head, holds), measured(head, holds),
                grammar.modifiers.tested(head, holds), present(head, holds)));
    }

    Parser<Selection> rows(Selection head, boolean holds) {
        return rows(head, grammar.entities.phrase(), holds);
    }

    Parser<Selection> counted(Selection head, boolean holds) {
        return counted(head, grammar.entities.phrase(), holds);
    }

    /** "orders", "any orders in 2024", "no orders", as the object of a verb that takes just those. */
    Parser<Selection> rows(Selection head, Selection object, boolean holds) {
        return rows(head, grammar.entities.phrase().where(rows -> rows.of(object.table())), holds);
    }

    /** "more than one order", as the object of a verb that takes just those. */
    Parser<Selection> counted(Selection head, Selection object, boolean holds) {
        return counted(head, grammar.entities.phrase().where(rows -> rows.of(object.table())), holds);
    }

    private Parser<Selection> rows(Selection head, Parser<Selection> noun, boolean holds) {
        Parser<Selection> some = noun.then(other -> grammar.links.related(head, other, holds));
        Parser<Selection> no = grammar.terminals.word(Keyword.NO).next(noun)
                .then(other -> holds ? grammar.links.related(head, other, false) : Parser.none());
        return Parser.any(some, no);
    }

    private Parser<Selection> counted(Selection head, Parser<Selection> noun, boolean holds) {
        Comparison severalRows = new Than(Operator.MORE, BigDecimal.ONE);
        Parser<Comparison> several = grammar.terminals.word(Keyword.SEVERAL).map(word -> severalRows);
        Parser<Comparison> howMany = Parser.any(grammar.comparisons.comparison(), grammar.comparisons.exactly(),
                several);
        return howMany.then(comparison -> noun.then(rows -> grammar.links.measured(head,
                new Measured(new Count(rows), comparison, holds))));
    }

    /** "a total amount over 100" of all that belongs to it. */
    private Parser<Selection> measured(Selection head, boolean holds) {
        Parser<Boolean> of = grammar.terminals.words(Keyword.OF, Keyword.BE);
        return grammar.amounts.figure().where(measure -> !measure.of().of(head.table()))
                .then(measure -> of.next(grammar.comparisons.comparison())
                        .then(comparison -> grammar.links.measured(head,
                                new Measured(measure, comparison, holds))));
    }

    /** Nothing is without a name, and where "no" is stored it is not missing. */
    private boolean mayBeMissing(Attribute attribute) {
        return !grammar.links.graph().isName(attribute)
                && attribute.column().values().stream().noneMatch("no"::equalsIgnoreCase);
    }

    /** "an email", "no email". */
    private Parser<Selection> present(Selection head, boolean holds) {
        Parser<Boolean> no = grammar.terminals.words(Keyword.NO);
        return no.then(none -> grammar.terminals.column().where(attribute -> head.of(attribute.table()))
                .where(this::mayBeMissing)
                .map(attribute -> head.where(new Compared(attribute, new Present(), holds != none)))).costing(3);
    }
}
