package io.askwell.interpreter.reading;

import io.askwell.interpreter.lexicon.Keyword;
import io.askwell.interpreter.lexicon.Meaning.Acts;
import io.askwell.interpreter.lexicon.Meaning.NamesMeasure;
import io.askwell.interpreter.lexicon.Meaning.Yields;
import io.askwell.interpreter.logic.Attribute;
import io.askwell.interpreter.logic.Grouping.Each;
import io.askwell.interpreter.logic.Inquiry;
import io.askwell.interpreter.logic.Inquiry.Extreme;
import io.askwell.interpreter.logic.Inquiry.Figure;
import io.askwell.interpreter.logic.Measure;
import io.askwell.interpreter.logic.Measure.Count;
import io.askwell.interpreter.logic.Measure.Fold;
import io.askwell.interpreter.logic.Measure.Folding;
import io.askwell.interpreter.logic.Selection;
import java.util.List;
import java.util.Optional;

/** Questions that begin with "how many" or "how much". */
final class QuantityQuestions {
    private final Grammar grammar;

    QuantityQuestions(Grammar grammar) {
        this.grammar = grammar;
    }

    Parser<Inquiry> all() {
        Parser<Boolean> command = grammar.terminals.words(Keyword.LIST, Keyword.POLITE);
        return command.next(Parser.any(howMany(), howManyValues(), howOften(), howMuch()));
    }

    private Parser<Inquiry> howMany() {
        Parser<Boolean> there = grammar.terminals.words(Keyword.BE, Keyword.THERE, Keyword.STORED, Keyword.DO);
        return grammar.terminals.word(Keyword.HOW_MANY).next(grammar.entities.phrase().where(this::countable))
                .then(rows -> Parser.any(
                        there.next(grammar.amounts.goOn(new Count(rows), Optional.empty())),
                        grammar.verbPhrases.on(rows).map(doing -> new Figure(new Count(doing))),
                        by(rows)));
    }

    /** Not where a row of `faculty` holds the number of the faculty itself. */
    private boolean countable(Selection rows) {
        return grammar.links.graph().attributesOf(rows.table()).stream().noneMatch(attribute -> attribute.numeric()
                && !grammar.links.graph().isKey(attribute)
                && attribute.column().name().equalsIgnoreCase(rows.table().name().name()));
    }

    /** "... has Alice made in 2024", "... does each customer have". */
    private Parser<Inquiry> by(Selection rows) {
        Parser<Boolean> auxiliary = grammar.terminals.words(Keyword.HAVE, Keyword.DO, Keyword.BE);
        Parser<Inquiry> some = auxiliary.then(seen -> grammar.entities.subject()
                .then(doer -> verb(rows, doer, seen).next(grammar.links.related(rows, doer, true))
                        .then(all -> grammar.amounts.goOn(new Count(all), Optional.empty()))));
        Parser<Inquiry> each = auxiliary.then(seen -> grammar.entities.each()
                .where(group -> grammar.links.linked(group.table(), rows.table()))
                .then(group -> verb(rows, group, seen)
                        .next(grammar.amounts.goOn(new Count(rows), Optional.of(new Each(group))))));
        return Parser.any(some, each);
    }

    /** @param auxiliary whether one stood before, so that the verb may be missing */
    private Parser<Boolean> verb(Selection rows, Selection doer, boolean auxiliary) {
        Parser<Boolean> acts = grammar.terminals.meaning(Acts.class).where(verb -> rows.of(verb.object())
                && verb.subject().map(doer::of).orElse(true)).map(verb -> true);
        Parser<Boolean> relates = grammar.modifiers.relates().before(grammar.terminals.words(Keyword.IN, Keyword.AT,
                Keyword.FOR, Keyword.TO, Keyword.ON, Keyword.FROM, Keyword.BY));
        return Parser.any(acts, grammar.terminals.word(Keyword.HAVE).map(word -> true), relates,
                auxiliary ? Parser.empty(true) : Parser.none());
    }

    /** "How many times has Alice ordered". */
    private Parser<Inquiry> howOften() {
        Parser<Boolean> auxiliary = grammar.terminals.words(Keyword.HAVE, Keyword.DO);
        return grammar.terminals.word(Keyword.HOW_MANY).next(grammar.terminals.word(Keyword.TIMES)).next(auxiliary)
                .next(grammar.entities.subject()).then(doer -> grammar.verbPhrases.verbOf(doer)
                        .then(verb -> grammar.links.related(Selection.all(verb.object()), doer, true)))
                .then(rows -> grammar.amounts.goOn(new Count(rows), Optional.empty()));
    }

    /** "How many countries are there": different values of a column. */
    private Parser<Inquiry> howManyValues() {
        return grammar.terminals.word(Keyword.HOW_MANY).next(values()).costing(1);
    }

    /** "countries are there", "colors of cars": of the rows that are named, or of the only table that has such a column. */
    Parser<Inquiry> values() {
        Parser<Boolean> there = grammar.terminals.words(Keyword.BE, Keyword.THERE, Keyword.STORED, Keyword.DO);
        return grammar.items.cell().then(noun -> {
            Parser<Selection> ofRows = there.next(grammar.terminals.word(Keyword.OF, Keyword.FOR, Keyword.IN))
                    .next(grammar.entities.phrase());
            Parser<Selection> ownerless = noun.tables().size() == 1
                    ? grammar.modifiers.on(Selection.all(noun.tables().getFirst()))
                    : Parser.none();
            return Parser.any(ofRows, ownerless).before(there).<Inquiry>keep(
                    rows -> noun.attribute(rows.table(), grammar.links.graph())
                            .filter(attribute -> rows.of(attribute.table()))
                            .filter(attribute -> !attribute.numeric() || grammar.terminals.asksForDifferent())
                            .map(attribute -> new Figure(isRows(attribute)
                                    ? new Count(rows)
                                    : new Fold(Folding.DISTINCT, attribute, rows))));
        });
    }

    /** "Stores" that have a `store_name` are rows, and not their different names. */
    private boolean isRows(Attribute attribute) {
        return grammar.links.graph().tellsName(attribute) && !grammar.terminals.asksForDifferent()
                && !grammar.terminals.says(grammar.terminals.word("name"));
    }

    private Parser<Inquiry> howMuch() {
        Parser<Boolean> opening = grammar.terminals.word(Keyword.HOW_MUCH, Keyword.WHICH)
                .next(grammar.terminals.words(Keyword.MONEY));
        Parser<Boolean> auxiliary = grammar.terminals.words(Keyword.DO, Keyword.HAVE, Keyword.BE);
        // "Which customers spent more" asks for customers, "what did customers spend" does not.
        Parser<Boolean> opened = Parser.any(grammar.terminals.word(Keyword.HOW_MUCH)
                .next(grammar.terminals.words(Keyword.MONEY)).next(auxiliary),
                opening.next(auxiliary.where(seen -> seen)));
        Parser<Inquiry> someone = opened.next(grammar.entities.subject())
                .then(doer -> auxiliary.next(yielded()).then(measure -> grammar.links
                        .related(measure.of(), doer, true)
                        .then(rows -> grammar.amounts.goOn(measure.over(rows), Optional.empty()))));
        Parser<Inquiry> each = opening.next(auxiliary).next(grammar.entities.each())
                .then(group -> auxiliary.next(yielded())
                        .where(measure -> grammar.links.linked(group.table(), measure))
                        .then(measure -> grammar.amounts.goOn(measure, Optional.of(new Each(group)))));
        Parser<Inquiry> passive = opening.next(auxiliary).next(yielded())
                .then(measure -> grammar.amounts.goOn(measure, Optional.empty()));
        Parser<Inquiry> noun = opening.next(grammar.terminals.meaning(NamesMeasure.class))
                .then(named -> grammar.terminals.words(Keyword.BE, Keyword.THERE)
                        .next(grammar.amounts.goOn(fold(named.how(), named.attribute()), Optional.empty())));
        return Parser.any(someone, each, passive, noun, extreme());
    }

    /** "How much was Alice's latest order". */
    private Parser<Inquiry> extreme() {
        return grammar.terminals.word(Keyword.HOW_MUCH).next(grammar.terminals.word(Keyword.BE))
                .next(grammar.extremes.phrase()).keep(extreme -> grammar.links.graph().amountOf(extreme.of().table())
                        .map(amount -> new Extreme(extreme.of(), extreme.by(), extreme.rank(), List.of(amount))));
    }

    private Parser<Measure> yielded() {
        return grammar.terminals.meaning(Yields.class).map(verb -> fold(verb.how(), verb.attribute()));
    }

    private static Measure fold(Folding how, Attribute attribute) {
        return new Fold(how, attribute, Selection.all(attribute.table()));
    }
}
