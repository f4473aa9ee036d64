package io.askwell.interpreter.reading;

import io.askwell.interpreter.lexicon.Keyword;
import io.askwell.interpreter.lexicon.Meaning.NamesUnit;
import io.askwell.interpreter.logic.Attribute;
import io.askwell.interpreter.logic.Grouping;
import io.askwell.interpreter.logic.Grouping.By;
import io.askwell.interpreter.logic.Grouping.Calendar;
import io.askwell.interpreter.logic.Grouping.Each;
import io.askwell.interpreter.logic.Grouping.Unit;
import io.askwell.interpreter.logic.Measure;
import io.askwell.interpreter.logic.Selection;

/** What a figure is given for: "per customer", "by each customer", "for every country", "by month". */
final class Groupings {
    private final Grammar grammar;

    Groupings(Grammar grammar) {
        this.grammar = grammar;
    }

    Parser<Grouping> of(Measure measure) {
        Parser<Keyword> each = grammar.terminals
                .words(Keyword.BY, Keyword.OF, Keyword.FOR, Keyword.FROM, Keyword.IN, Keyword.PER, Keyword.ON)
                .next(grammar.terminals.word(Keyword.EACH));
        Parser<Keyword> per = Parser.any(each, grammar.terminals.word(Keyword.PER));
        Parser<Keyword> by = grammar.terminals.word(Keyword.BY);
        Parser<Grouping> days = grammar.terminals.column().where(Attribute::dated)
                .where(date -> measure.of().of(date.table())).map(date -> new Calendar(date, Unit.DAY));
        // "orders by date" may ask for an order of time, so days need a plainer word.
        Parser<Grouping> groups = Parser.any(values(measure), calendar(measure));
        // "orders placed by customers from the USA" says whose; only "by customer", in the singular, says for each.
        Parser<Grouping> byRows = by.next(grammar.terminals.table(false))
                .where(table -> grammar.links.linked(table, measure)).map(table -> new Each(Selection.all(table)));
        Parser<Grouping> plain = Parser.any(per.next(rows(measure)), byRows, Parser.any(per, by).next(groups));
        return Parser.any(plain, per.next(days), grammar.verbPhrases.done(measure.of()).next(byRows),
                grammar.verbPhrases.done(measure.of()).next(each).next(rows(measure)));
    }

    private Parser<Grouping> rows(Measure measure) {
        return grammar.entities.phrase().where(group -> grammar.links.linked(group.table(), measure)
                && !grammar.links.graph().isCoded(group.table())).map(Each::new);
    }

    private Parser<Grouping> values(Measure measure) {
        return grammar.terminals.column().where(attribute -> groups(attribute, measure)).map(By::new);
    }

    /** Columns by whose values something may be grouped; one of the same table, or of a linked one. */
    boolean groups(Attribute attribute, Measure measure) {
        // What names single rows groups nothing.
        boolean single = measure.of().of(attribute.table()) && grammar.links.graph().isName(attribute);
        return !attribute.numeric() && !attribute.dated() && !single && (measure.of().of(attribute.table())
                || grammar.links.graph().path(attribute.table(), measure.of().table()).isPresent());
    }

    private Parser<Grouping> calendar(Measure measure) {
        return grammar.terminals.meaning(NamesUnit.class).keep(unit -> grammar.links.graph()
                .dateOf(measure.of().table()).map(date -> new Calendar(date, unit.unit())));
    }
}
