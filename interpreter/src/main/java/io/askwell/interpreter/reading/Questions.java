package io.askwell.interpreter.reading;

import io.askwell.interpreter.lexicon.Keyword;
import io.askwell.interpreter.logic.Inquiry;
import io.askwell.interpreter.logic.Inquiry.Breakdown;
import io.askwell.interpreter.logic.Inquiry.Listing;
import io.askwell.interpreter.logic.Inquiry.Report;
import io.askwell.interpreter.logic.Inquiry.Sort;
import io.askwell.interpreter.logic.Measure.Count;
import io.askwell.interpreter.logic.Selection;
import java.util.List;
import java.util.Optional;

/** Whole questions: what is asked for by naming it; the other kinds have their own classes. */
final class Questions {
    private final Grammar grammar;
    private final Rankings rankings;

    Questions(Grammar grammar) {
        this.grammar = grammar;
        this.rankings = new Rankings(grammar);
    }

    /** A question to its very end. */
    Parser<Inquiry> whole() {
        Parser<Inquiry> sorted = Parser.any(named(), listed(), rankings.inWhich()).then(this::sorted);
        Parser<Boolean> polite = grammar.terminals.words(Keyword.POLITE);
        Parser<Boolean> trailing = grammar.terminals.words(Keyword.POLITE, Keyword.STORED);
        return polite.next(Parser.any(sorted, toldApart(), new QuantityQuestions(grammar).all(),
                new ClauseQuestions(grammar).all())).before(trailing).before(grammar.terminals.end());
    }

    /** What is asked for here and told in a sentence of its own. */
    private Parser<Inquiry> toldApart() {
        return new Retold(grammar).phrase(Parser.any(listed(), rows(),
                grammar.terminals.words(Keyword.WHICH, Keyword.WHO, Keyword.LIST)
                        .next(Parser.any(rows(), grammar.extremes.phrase())),
                new QuantityQuestions(grammar).all()));
    }

    /** "What is the total amount per month", "show the customers", "orders of Alice", "who spent the most". */
    private Parser<Inquiry> named() {
        Parser<Boolean> command = grammar.terminals.words(Keyword.LIST, Keyword.POLITE);
        Parser<Boolean> asked = Parser.any(Parser.empty(true),
                grammar.terminals.word(Keyword.WHICH, Keyword.WHO).next(grammar.terminals.words(Keyword.BE)));
        Parser<Boolean> counting = grammar.terminals.word(Keyword.COUNT).map(word -> true);
        Parser<Inquiry> counted = command.next(counting).next(grammar.terminals.words(Keyword.NUMBER_OF, Keyword.ALL))
                .next(grammar.entities.phrase()).then(rows -> grammar.amounts.goOn(new Count(rows), Optional.empty()));
        Parser<Inquiry> values = command.next(counting).next(grammar.terminals.words(Keyword.NUMBER_OF))
                .next(new QuantityQuestions(grammar).values()).costing(1);
        Parser<Inquiry> nouns = command
                .then(told -> asked.next(noun()).where(inquiry -> !told || !countsUnasked(inquiry)));
        return Parser.any(nouns, counted, values);
    }

    /** "List customers by country" asks for customers, not for their number. */
    private boolean countsUnasked(Inquiry inquiry) {
        return inquiry instanceof Breakdown(Count count, var by, var rank) && rank.isEmpty()
                && grammar.terminals.says(grammar.terminals.word(Keyword.BY))
                && !grammar.terminals.says(grammar.terminals.word(Keyword.NUMBER_OF, Keyword.COUNT));
    }

    /** "... sorted by date, newest first". */
    private Parser<Inquiry> sorted(Inquiry inquiry) {
        if (!(inquiry instanceof Listing(var of, var columns, var unsorted))) {
            return Parser.empty(inquiry);
        }
        Parser<Boolean> down = grammar.terminals.word(Keyword.DESCENDING, Keyword.ASCENDING)
                .map(word -> word == Keyword.DESCENDING);
        Parser<Inquiry> sorted = grammar.terminals.word(Keyword.SORTED).next(grammar.terminals.column())
                .where(by -> of.of(by.table())).then(by -> Parser.any(down, Parser.empty(false))
                        .map(descending -> new Listing(of, columns, Optional.of(new Sort(by, descending)))));
        return Parser.any(Parser.empty(inquiry), sorted,
                new NaturalOrders(grammar).on(new Listing(of, columns, unsorted)));
    }

    private Parser<Inquiry> noun() {
        return Parser.any(rows(), grammar.extremes.phrase(), grammar.attributes.phrase(), grammar.amounts.phrase(),
                rankings.phrase(), new ReportPhrases(grammar).phrase());
    }

    private Parser<Inquiry> rows() {
        // "Who?" alone names rows, yet asks for nothing.
        return start -> Parser.any(grammar.entities.phrase(), grammar.entities.each().costing(1))
                .where(rows -> grammar.terminals.word(Keyword.WHO, Keyword.WHERE).at(start).isEmpty()
                        || !rows.conditions().isEmpty())
                .<Inquiry>map(rows -> new Listing(rows, List.of())).at(start);
    }

    /** "Which customers live in Wonderland", "who has no orders", "who is Bob Builder". */
    private Parser<Inquiry> listed() {
        Parser<Boolean> command = grammar.terminals.words(Keyword.LIST, Keyword.POLITE);
        Parser<Boolean> which = grammar.terminals.words(Keyword.WHICH);
        Parser<Inquiry> doing = command.next(which).next(grammar.entities.phrase())
                .then(head -> grammar.verbPhrases.on(head).map(rows -> new Listing(rows, List.of())));
        Parser<Boolean> be = grammar.terminals.words(Keyword.BE);
        Parser<Selection> who = command.next(grammar.terminals.word(Keyword.WHO)).next(be)
                .next(grammar.entities.name());
        // Only "who" makes a name of capitals that are not stored.
        Parser<Selection> known = command.next(grammar.terminals.words(Keyword.WHICH)).next(be)
                .next(grammar.entities.storedName());
        return Parser.any(doing, command.next(which).next(grammar.extremes.being()),
                Parser.<Selection>any(who, known).map(rows -> new Listing(rows, List.of())));
    }
}
