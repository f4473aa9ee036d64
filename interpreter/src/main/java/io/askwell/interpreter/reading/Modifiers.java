package io.askwell.interpreter.reading;

import io.askwell.interpreter.lexicon.Keyword;
import io.askwell.interpreter.lexicon.Meaning.Acts;
import io.askwell.interpreter.lexicon.Meaning.Grades;
import io.askwell.interpreter.lexicon.Meaning.ProperName;
import io.askwell.interpreter.lexicon.Meaning.Stored;
import io.askwell.interpreter.lexicon.Meaning.Time;
import io.askwell.interpreter.logic.Attribute;
import io.askwell.interpreter.logic.Comparison;
import io.askwell.interpreter.logic.Comparison.Operator;
import io.askwell.interpreter.logic.Comparison.Than;
import io.askwell.interpreter.logic.Condition.Compared;
import io.askwell.interpreter.logic.Condition.Either;
import io.askwell.interpreter.logic.Condition.Foremost;
import io.askwell.interpreter.logic.SchemaGraph.Step;
import io.askwell.interpreter.logic.Selection;
import io.askwell.interpreter.logic.Test;
import io.askwell.interpreter.logic.Test.Compares;
import io.askwell.interpreter.logic.Test.Contains;
import io.askwell.interpreter.logic.Test.Contains.Place;
import io.askwell.interpreter.logic.Test.During;
import io.askwell.interpreter.logic.Test.OneOf;
import io.askwell.interpreter.logic.Test.Spelled;
import java.util.List;
import java.util.Optional;

/** What follows a noun and narrows it: "in Wonderland", "over 100", "with no orders", "who live in the USA". */
final class Modifiers {
    private static final int ALTERNATIVE = 6;
    private static final int KIND = 3;
    private static final Keyword[] OTHER_PREPOSITIONS = {Keyword.BY, Keyword.FOR};

    private final Grammar grammar;
    private final Tests tests;

    Modifiers(Grammar grammar) {
        this.grammar = grammar;
        this.tests = new Tests(grammar);
    }

    /** Zero or more modifiers. */
    Parser<Selection> on(Selection head) {
        return grammar.effort.chain(head, so -> Parser.any(single(so), further(so), alternative(head, so)));
    }

    /** "from Oslo and over 40"; "their names and related orders" narrows nobody. */
    private Parser<Selection> further(Selection so) {
        Parser<Boolean> and = grammar.terminals.joint(Keyword.AND);
        Parser<Selection> relative = start -> grammar.terminals.word(Keyword.THAT).at(start).isEmpty()
                ? List.of()
                : single(so).at(start);
        return so.conditions().isEmpty()
                ? Parser.any(grammar.terminals.joint().next(single(so)), and.next(relative))
                : and.next(single(so));
    }

    /** "from Hartford or younger than 40": another condition, of which one must be met. */
    private Parser<Selection> alternative(Selection head, Selection so) {
        if (so.conditions().size() <= head.conditions().size()) {
            return Parser.none();
        }
        Selection before = new Selection(so.table(), so.conditions().subList(0, so.conditions().size() - 1));
        return grammar.terminals.word(Keyword.OR).next(single(Selection.all(so.table())))
                .where(other -> other.conditions().size() == 1 && !(other.conditions().getFirst() instanceof Foremost))
                .map(other -> before.where(new Either(
                        List.of(so.conditions().getLast(), other.conditions().getFirst()), true)))
                .costing(ALTERNATIVE);
    }

    /** Exactly one. */
    Parser<Selection> single(Selection head) {
        return Parser.lazy(() -> Parser.any(prepositional(head), time(head), amount(head), having(head), relative(head),
                whose(head), graded(head), related(head),
                grammar.verbPhrases.participle(head), grammar.ties.on(head)));
    }

    /** "in Wonderland", "not from the USA", "of the customer named Bob", "by Zed Nobody". */
    Parser<Selection> prepositional(Selection head) {
        Parser<Boolean> inPlace = positive()
                .before(grammar.terminals.word(Keyword.IN, Keyword.AT, Keyword.FROM, Keyword.ON, Keyword.TO));
        Parser<Boolean> outside = grammar.terminals.word(Keyword.OUTSIDE).map(word -> false);
        // "Orders from Bob" are his; no customer is from Bob.
        Parser<Boolean> from = positive().before(grammar.terminals.word(Keyword.FROM));
        Parser<Boolean> other = positive().before(grammar.terminals.word(Keyword.OF, OTHER_PREPOSITIONS));
        return Parser.any(
                grammar.terminals.words(Keyword.IN, OTHER_PREPOSITIONS).next(both(head)),
                from.then(holds -> nameOf(head, holds)), except(head),
                Parser.any(inPlace, outside).then(
                        holds -> Parser.any(valueOf(head, holds, true), phraseOf(head, holds, true),
                                tested(head, holds))),
                other.then(
                        holds -> Parser.any(valueOf(head, holds, false), phraseOf(head, holds, false),
                                tested(head, holds))));
    }

    /** @param place whether the value stands where a place does, and so is nobody's name */
    Parser<Selection> valueOf(Selection head, boolean holds, boolean place) {
        return grammar.entities.values().where(value -> !grammar.links.graph().isName(value.attribute())
                || (!place && !head.of(value.attribute().table()))).then(value -> grammar.links.compared(head,
                        new Compared(value.attribute(), value.test(), holds)));
    }

    private Parser<Selection> nameOf(Selection head, boolean holds) {
        return grammar.entities.storedName()
                .where(name -> grammar.links.graph().path(head.table(), name.table())
                        .filter(path -> path.size() == 1 && !path.getFirst().toMany()).isPresent())
                .then(name -> grammar.links.related(head, name, holds)).costing(1);
    }

    /** "except Alice", "other than those from the USA". */
    private Parser<Selection> except(Selection head) {
        return grammar.terminals.word(Keyword.EXCEPT).next(grammar.entities.storedName())
                .where(name -> name.of(head.table()))
                .map(name -> head.where(name.conditions().getFirst().negated()));
    }

    /** A name that is stored comes as a value already. */
    private Parser<Selection> phraseOf(Selection head, boolean holds, boolean place) {
        Parser<Selection> unknown = grammar.entities.name()
                .where(name -> name.conditions()
                        .getFirst() instanceof Compared(var attribute, Spelled spelled, var is));
        Parser<Selection> near = unknown.where(other -> grammar.links.graph().path(head.table(), other.table())
                .filter(path -> path.size() == 1).isPresent());
        return Parser.any(grammar.entities.phrase(), place ? Parser.none() : near)
                .then(other -> grammar.links.related(head, other, holds));
    }

    /** "in the city of Wonderland", "of type billing", "with a total amount over 100", "in city Atlantis". */
    Parser<Selection> tested(Selection head, boolean holds) {
        return Parser.any(grammar.items.columnOf(head.table()), kind(head)).where(attribute -> single(head, attribute))
                .then(attribute -> grammar.terminals
                        .words(Keyword.OF, Keyword.BE, Keyword.EXACTLY, Keyword.NAMED, Keyword.THAT, Keyword.AS)
                        .next(positive()).then(is -> grammar.terminals.words(Keyword.IN, Keyword.EXACTLY)
                                .next(tests.of(attribute))
                                .then(test -> Parser.any(grammar.links.compared(head, new Compared(attribute, test,
                                        is == holds)), is == holds ? orElse(head, attribute, test) : Parser.none()))));
    }

    /** "population over 1500 or less than 500": the column is said but once. */
    private Parser<Selection> orElse(Selection head, Attribute attribute, Test test) {
        return !head.of(attribute.table())
                ? Parser.none()
                : tests.otherwise(attribute, test).map(other -> head.where(new Either(
                        List.of(new Compared(attribute, test), new Compared(attribute, other)), true)));
    }

    /** "whose name contains the word Inc", "with a title that starts with A". */
    Parser<Selection> containing(Selection head, boolean holds) {
        Parser<Place> place = grammar.terminals.words(Keyword.THAT, Keyword.BE, Keyword.DO, Keyword.HAVE)
                .next(positive().where(is -> is)).next(grammar.terminals
                        .word(Keyword.CONTAINING, Keyword.STARTING, Keyword.ENDING))
                .map(word -> switch (word) {
                    case STARTING -> Place.BEGINNING;
                    case ENDING -> Place.END;
                    default -> Place.ANYWHERE;
                });
        return grammar.items.columnOf(head.table()).where(Attribute::textual).then(attribute -> place
                .then(where -> grammar.terminals.spelled().then(text -> grammar.links.compared(head,
                        new Compared(attribute, new Contains(text, where), holds)))));
    }

    /** "advisor number 1121", "city code NYC": the kind of what is stored, said behind the column's noun. */
    private Parser<Attribute> kind(Selection head) {
        return grammar.items.columnOf(head.table()).where(attribute -> !head.table().primaryKey()
                .contains(attribute.column().name())).before(grammar.terminals.kindWord()).costing(KIND);
    }

    /** "age is 20 or height is over 180". */
    private Parser<Selection> either(Selection head) {
        Parser<Selection> own = Parser
                .any(tested(Selection.all(head.table()), true), graded(Selection.all(head.table())))
                .where(all -> all.conditions().size() == 1);
        Parser<Boolean> again = grammar.terminals.words(Keyword.WHOSE, Keyword.WITH, Keyword.HAVE, Keyword.THAT,
                Keyword.BE);
        return own.then(first -> grammar.terminals.word(Keyword.OR).next(again).next(own)
                .map(second -> head.where(new Either(
                        List.of(first.conditions().getFirst(), second.conditions().getFirst()), true))));
    }

    /** "older than 56", "younger than average". */
    Parser<Selection> graded(Selection head) {
        return Parser.any(compared(head), new Ages(grammar).of(head));
    }

    private Parser<Selection> compared(Selection head) {
        Parser<Boolean> than = grammar.terminals.words(Keyword.BE);
        return than.next(grammar.terminals.meaning(Grades.class)).where(grades -> !grades.most())
                .then(grades -> grammar.extremes.graded(head.table(), grades).map(by -> tests.than(grades, by)
                        .<Selection>then(test -> Parser.any(Parser.empty(head.where(new Compared(by.by(), test))),
                                orElse(head, by.by(), test))))
                        .orElse(Parser.none()));
    }

    /** "both in 2003 and in 2004", "both Football and Lacrosse": each is asked of the rows that belong to it. */
    Parser<Selection> both(Selection head) {
        Parser<Compared> value = grammar.terminals.meaning(Stored.class).where(Stored::whole)
                .map(stored -> new Compared(stored.attribute(), new OneOf(stored.values())));
        return grammar.terminals.word(Keyword.BOTH).next(value).where(one -> !head.of(one.attribute().table()))
                .then(one -> grammar.terminals.word(Keyword.AND).next(value)
                        .where(other -> other.attribute().equals(one.attribute()))
                        .then(other -> grammar.links.compared(head, one)
                                .then(so -> grammar.links.compared(so, other))));
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

    /** "in June 2024": a date of the noun itself. */
    Parser<Selection> time(Selection head) {
        return grammar.terminals.meaning(Time.class).keep(time -> during(head, time));
    }

    /** Rows of a stretch of days; none where another stretch that was said already leaves no day. */
    Optional<Selection> during(Selection head, Time time) {
        boolean contradicts = head.conditions().stream()
                .anyMatch(said -> said instanceof Compared(var attribute, During(var other), var holds) && holds
                        && !other.overlaps(time.period()));
        return contradicts
                ? Optional.empty()
                : grammar.links.graph().dateOf(head.table())
                        .map(date -> head.where(new Compared(date, new During(time.period()))))
                        .or(() -> grammar.links.graph().yearOf(head.table())
                                .filter(year -> head.conditions().stream()
                                        .noneMatch(said -> said instanceof Compared(var other, var test, var holds)
                                                && holds && other.equals(year)))
                                .flatMap(year -> Tests.ofYears(time.period())
                                        .map(years -> head.where(new Compared(year, new Compares(years))))));
    }

    /** "over 100", "of at least 50", "over 300 pages": the amount of the noun itself. */
    private Parser<Selection> amount(Selection head) {
        return Parser.any(averaged(head), positive().before(grammar.terminals.words(Keyword.OF, Keyword.FOR))
                .then(holds -> grammar.comparisons.comparison().then(comparison -> amountOf(head)
                        .map(amount -> head.where(new Compared(amount, new Compares(comparison), holds))))));
    }

    /** "above average", "larger than the average order". */
    private Parser<Selection> averaged(Selection head) {
        return grammar.links.graph().amountOf(head.table()).map(amount -> grammar.comparisons.operator()
                .then(operator -> tests.average(operator, amount)).map(test -> head.where(new Compared(amount, test))))
                .orElse(Parser.none());
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

    /** "located in Paris", "taught by Smith": the verb says no more than the one path between both does. */
    private Parser<Selection> related(Selection head) {
        return relates().next(Parser.any(prepositional(head), time(head)));
    }

    Parser<Boolean> relates() {
        return grammar.terminals.words(Keyword.RELATES).where(seen -> seen);
    }

    private Parser<Selection> relative(Selection head) {
        Parser<Selection> object = grammar.terminals.words(Keyword.HAVE, Keyword.DO).next(grammar.entities.name())
                .then(doer -> grammar.terminals.words(Keyword.HAVE)
                        .next(grammar.terminals.meaning(Acts.class))
                        .where(verb -> head.of(verb.object()) && verb.subject().map(doer::of).orElse(true))
                        .then(verb -> grammar.links.related(head, doer, true)));
        return grammar.terminals.word(Keyword.THAT).next(Parser.any(grammar.verbPhrases.on(head), object));
    }

    /** "whose city is Wonderland", "where the total amount is over 100". */
    private Parser<Selection> whose(Selection head) {
        return grammar.terminals.word(Keyword.WHOSE, Keyword.WHERE, Keyword.WITH)
                .next(Parser.any(tested(head, true), either(head)));
    }
}
