package io.askwell.interpreter.reading;

import io.askwell.interpreter.lexicon.Keyword;
import io.askwell.interpreter.lexicon.Meaning.ProperName;
import io.askwell.interpreter.lexicon.Meaning.Time;
import io.askwell.interpreter.logic.Attribute;
import io.askwell.interpreter.logic.Comparison;
import io.askwell.interpreter.logic.Condition.Compared;
import io.askwell.interpreter.logic.SchemaGraph.Step;
import io.askwell.interpreter.logic.Selection;
import io.askwell.interpreter.logic.Test;
import io.askwell.interpreter.logic.Test.Compares;
import io.askwell.interpreter.logic.Test.During;
import io.askwell.interpreter.logic.Test.Spelled;
import java.util.Optional;

/** What follows a noun and narrows it: "in Wonderland", "over 100", "with no orders", "who live in the USA". */
final class Modifiers {
    private static final Keyword[] OTHER_PREPOSITIONS = {Keyword.FROM, Keyword.BY, Keyword.FOR, Keyword.TO,
            Keyword.ON};

    private final Grammar grammar;

    Modifiers(Grammar grammar) {
        this.grammar = grammar;
    }

    /** Zero or more modifiers. */
    Parser<Selection> on(Selection head) {
        return grammar.effort.chain(head, so -> Parser.any(single(so),
                grammar.terminals.joint(Keyword.AND).next(single(so))));
    }

    /** Exactly one. */
    Parser<Selection> single(Selection head) {
        return Parser.lazy(() -> Parser.any(prepositional(head), time(head), amount(head), having(head), relative(head),
                whose(head),
                grammar.verbPhrases.participle(head)));
    }

    /** "in Wonderland", "not from the USA", "of the customer named Bob", "by Zed Nobody". */
    Parser<Selection> prepositional(Selection head) {
        Parser<Boolean> inPlace = positive().before(grammar.terminals.word(Keyword.IN, Keyword.AT));
        Parser<Boolean> other = positive().before(grammar.terminals.word(Keyword.OF, OTHER_PREPOSITIONS));
        return Parser.any(
                inPlace.then(
                        holds -> Parser.any(valueOf(head, holds, true), phraseOf(head, holds, true),
                                tested(head, holds))),
                other.then(
                        holds -> Parser.any(valueOf(head, holds, false), phraseOf(head, holds, false),
                                tested(head, holds))));
    }

    /** @param place whether the value stands where a place does, and so is nobody's name */
    private Parser<Selection> valueOf(Selection head, boolean holds, boolean place) {
        return grammar.entities.values().where(value -> !grammar.links.graph().isName(value.attribute())
                || (!place && !head.of(value.attribute().table()))).then(value -> grammar.links.compared(head,
                        new Compared(value.attribute(), value.test(), holds)));
    }

    /** A name that is stored comes as a value already. */
    private Parser<Selection> phraseOf(Selection head, boolean holds, boolean place) {
        Parser<Selection> unknown = grammar.entities.name()
                .where(name -> name.conditions()
                        .getFirst() instanceof Compared(var attribute, Spelled spelled, var is));
        return Parser.any(grammar.entities.phrase(), place ? Parser.none() : unknown)
                .then(other -> grammar.links.related(head, other, holds));
    }

    /** "in the city of Wonderland", "of type billing", "with a total amount over 100", "in city Atlantis". */
    Parser<Selection> tested(Selection head, boolean holds) {
        return grammar.terminals.column().where(attribute -> single(head, attribute))
                .then(attribute -> grammar.terminals
                        .words(Keyword.OF, Keyword.BE, Keyword.EXACTLY, Keyword.NAMED)
                        .next(test(attribute)).then(test -> grammar.links.compared(head,
                                new Compared(attribute, test, holds))));
    }

    private Parser<Boolean> positive() {
        return grammar.terminals.word(Keyword.NOT).optional().map(Optional::isEmpty);
    }

    /** Whether a row has one such value: a number of many rows might be meant one by one or summed up. */
    private boolean single(Selection head, Attribute attribute) {
        return !attribute.numeric() || head.of(attribute.table()) || grammar.links.graph()
                .path(head.table(), attribute.table()).filter(path -> path.stream().noneMatch(Step::toMany))
                .isPresent();
    }

    /** What a given column is held against. */
    Parser<Test> test(Attribute attribute) {
        Parser<Test> value = grammar.entities.values().where(found -> found.attribute().equals(attribute))
                .map(Compared::test);
        Parser<Test> spelled = attribute.textual()
                ? grammar.terminals.meaning(ProperName.class).map(name -> new Spelled(name.text()))
                : Parser.none();
        Parser<Comparison> compared = attribute.numeric()
                ? Parser.any(grammar.comparisons.comparison(), grammar.comparisons.exactly())
                : Parser.none();
        Parser<Test> time = attribute.dated()
                ? grammar.terminals.meaning(Time.class).map(found -> new During(found.period()))
                : Parser.none();
        return Parser.any(value, spelled, compared.map(Compares::new), time);
    }

    /** "in June 2024": a date of the noun itself. */
    Parser<Selection> time(Selection head) {
        return grammar.terminals.meaning(Time.class).keep(time -> grammar.links.graph().dateOf(head.table())
                .map(date -> head.where(new Compared(date, new During(time.period())))));
    }

    /** "over 100", "of at least 50", "over 300 pages": the amount of the noun itself. */
    private Parser<Selection> amount(Selection head) {
        return positive().before(grammar.terminals.words(Keyword.OF, Keyword.FOR))
                .then(holds -> grammar.comparisons.comparison().then(comparison -> amountOf(head)
                        .map(amount -> head.where(new Compared(amount, new Compares(comparison), holds)))));
    }

    /** The column that a number speaks of: the one that is named behind it, or the only one there is. */
    private Parser<Attribute> amountOf(Selection head) {
        Parser<Attribute> named = grammar.terminals.column()
                .where(column -> column.numeric() && head.of(column.table()));
        return Parser.any(named,
                grammar.links.graph().amountOf(head.table()).map(Parser::empty).orElse(Parser.none()));
    }

    /** "with two orders", "without any order", "with over 300 pages", "worth over 100". */
    private Parser<Selection> having(Selection head) {
        Parser<Selection> with = grammar.terminals.word(Keyword.WITH).next(grammar.objects.of(head, true));
        Parser<Selection> without = grammar.terminals.word(Keyword.WITHOUT).next(grammar.objects.of(head, false));
        Parser<Selection> named = grammar.terminals.word(Keyword.NAMED).next(grammar.entities.name())
                .where(name -> name.of(head.table())).map(name -> head.where(name.conditions().getFirst()));
        Parser<Selection> pages = grammar.terminals.word(Keyword.WITH).next(amount(head));
        return Parser.any(with, without, named, pages, tested(head, true));
    }

    private Parser<Selection> relative(Selection head) {
        return grammar.terminals.word(Keyword.THAT).next(grammar.verbPhrases.on(head));
    }

    /** "whose city is Wonderland", "where the total amount is over 100". */
    private Parser<Selection> whose(Selection head) {
        return grammar.terminals.word(Keyword.WHOSE, Keyword.WHERE).next(grammar.terminals.column())
                .before(grammar.terminals.words(Keyword.BE))
                .where(attribute -> single(head, attribute))
                .then(attribute -> positive().then(holds -> grammar.terminals.words(Keyword.IN).next(test(attribute))
                        .then(test -> grammar.links.compared(head, new Compared(attribute, test, holds)))));
    }
}
