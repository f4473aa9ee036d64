package io.askwell.interpreter.reading;

import io.askwell.interpreter.lexicon.Keyword;
import io.askwell.interpreter.lexicon.Meaning.Grades;
import io.askwell.interpreter.logic.Attribute;
import io.askwell.interpreter.logic.Condition.Foremost;
import io.askwell.interpreter.logic.Condition.Related;
import io.askwell.interpreter.logic.Condition.Standing;
import io.askwell.interpreter.logic.Condition.Standing.ByColumn;
import io.askwell.interpreter.logic.Condition.Standing.ByFigure;
import io.askwell.interpreter.logic.Condition.Standing.ByFrequency;
import io.askwell.interpreter.logic.Measure;
import io.askwell.interpreter.logic.Measure.Count;
import io.askwell.interpreter.logic.Measure.Fold;
import io.askwell.interpreter.logic.Measure.Folding;
import io.askwell.interpreter.logic.Rank;
import io.askwell.interpreter.logic.Selection;
import java.util.Locale;

/** What picks rows from the end of an order: "with the most rooms", "that has the highest price", "oldest". */
final class Superlatives {
    private final Grammar grammar;

    /** Which end, how many, and whether it is one in time. */
    private record End(Keyword word, Rank rank) {
        boolean inTime() {
            return word == Keyword.LATEST || word == Keyword.EARLIEST;
        }

        /** "The most rooms" counts them; "the largest rooms" does not. */
        boolean counts() {
            return word == Keyword.MOST || word == Keyword.FEWEST;
        }
    }

    Superlatives(Grammar grammar) {
        this.grammar = grammar;
    }

    /** Behind the noun and what ties it. */
    Parser<Selection> behind(Selection head) {
        return end().then(end -> behind(head, end));
    }

    private Parser<Selection> behind(Selection head, End end) {
        return Parser.any(ownColumn(head, end), count(head, end), figure(head, end), inTime(head, end));
    }

    /** "made most recently", "who joined first". */
    private Parser<Selection> inTime(Selection head, End end) {
        // Who "made an order most recently" did so by the date of the order.
        boolean done = head.conditions().stream().anyMatch(Related.class::isInstance);
        return end.inTime() && !done
                ? grammar.extremes.timeOf(head.table())
                        .map(by -> standing(head, new ByColumn(by), end.rank())).orElse(Parser.none())
                : Parser.none();
    }

    /** Before the noun: "the two oldest students", "latest order". */
    Parser<Selection> before() {
        Parser<Grades> most = grammar.extremes.most();
        Parser<Selection> graded = Parser.any(
                grammar.terminals.words(Keyword.TOP).next(grammar.extremes.places().optional())
                        .then(places -> most
                                .then(grades -> graded(grades, new Rank(places.orElse(1), grades.more())))),
                grammar.extremes.place().then(
                        place -> most.then(grades -> graded(grades, new Rank(place, grades.more(), true)))));
        Parser<Selection> dated = end().where(End::inTime).then(end -> grammar.entities.plain()
                .then(rows -> grammar.extremes.timeOf(rows.table())
                        .map(by -> standing(rows, new ByColumn(by), end.rank())).orElse(Parser.none())));
        // "The 3 branches with the most members": the number says how many are kept.
        Parser<Selection> behind = grammar.extremes.places().then(places -> grammar.entities.plain()
                .then(rows -> grammar.ties.tie().where(holds -> holds).next(end().where(end -> end.rank().places() == 1)
                        .then(end -> behind(rows, several(end, places))))));
        return Parser.any(graded, dated, behind);
    }

    private Parser<Selection> graded(Grades grades, Rank rank) {
        return grammar.entities.plain().then(rows -> grammar.extremes.graded(rows.table(), grades)
                .map(by -> standing(rows, new ByColumn(by.by()), rank.from(by.more()))).orElse(Parser.none()));
    }

    /** "using the most popular payment method", "of the type that is most common": behind the noun and what ties it. */
    Parser<Selection> frequent(Selection head) {
        Parser<Boolean> end = grammar.terminals.word(Keyword.COMMON, Keyword.LEAST_COMMON)
                .map(word -> word == Keyword.COMMON);
        Parser<Attribute> column = grammar.items.columnOf(head.table())
                .where(attribute -> head.of(attribute.table()) && !grammar.links.graph().isName(attribute));
        Parser<Selection> before = end.then(most -> column.map(by -> frequent(head, by, most)));
        Parser<Selection> behind = column.before(grammar.ties.tie().where(holds -> holds))
                .then(by -> end.map(most -> frequent(head, by, most)));
        return Parser.any(before, behind);
    }

    private static Selection frequent(Selection head, Attribute by, boolean most) {
        return head.where(new Foremost(new ByFrequency(by), new Rank(1, most)));
    }

    private Parser<End> end() {
        Parser<End> word = grammar.terminals.word(Keyword.MOST, Keyword.FEWEST, Keyword.HIGHEST, Keyword.LOWEST,
                Keyword.TOP, Keyword.LATEST, Keyword.EARLIEST).map(Superlatives::end);
        Parser<Integer> places = grammar.extremes.places();
        Parser<End> several = word.where(end -> !end.counts()).then(end -> places.map(count -> several(end, count)));
        Parser<End> topLowest = grammar.terminals.word(Keyword.TOP).next(places)
                .then(count -> word.map(end -> several(end, count)));
        Parser<End> alone = grammar.extremes.place().then(place -> word.where(end -> end.word() != Keyword.TOP)
                .map(end -> new End(end.word(), new Rank(place, end.rank().highest(), true))));
        return Parser.any(word, places.then(count -> word.map(end -> several(end, count))), several, topLowest, alone);
    }

    private static End end(Keyword word) {
        boolean highest = word != Keyword.FEWEST && word != Keyword.LOWEST && word != Keyword.EARLIEST;
        return new End(word, new Rank(1, highest));
    }

    private static End several(End end, int places) {
        return new End(end.word(), new Rank(places, end.rank().highest()));
    }

    private Parser<Selection> ownColumn(Selection head, End end) {
        return grammar.items.columnOf(head.table()).where(by -> head.of(by.table()) && ordered(by, end))
                .then(by -> standing(head, new ByColumn(by), end.rank()));
    }

    private boolean ordered(Attribute by, End end) {
        boolean time = by.dated() || by.column().name().toLowerCase(Locale.ROOT).contains("year");
        return (by.numeric() || by.dated()) && !grammar.links.graph().isKey(by) && (time || !end.inTime());
    }

    /** "the most rooms", "the largest number of rooms". */
    private Parser<Selection> count(Selection head, End end) {
        Parser<Boolean> number = grammar.terminals.words(Keyword.TOTAL, Keyword.NUMBER_OF)
                .where(seen -> seen || end.counts());
        return end.inTime()
                ? Parser.none()
                : number.next(grammar.entities.phrase()).where(rows -> !rows.of(head.table()))
                        .before(grammar.ties.rest())
                        .then(rows -> measured(head, new Count(rows), end));
    }

    /** "the highest average price". */
    private Parser<Selection> figure(Selection head, End end) {
        return grammar.amounts.figure().where(measure -> measure instanceof Fold(var how, var attribute, var of)
                && (how == Folding.SUM || how == Folding.AVERAGE) && !of.of(head.table()))
                .then(measure -> measured(head, measure, end));
    }

    private Parser<Selection> measured(Selection head, Measure measure, End end) {
        return grammar.links.graph().belonging(head.table(), measure.of().table())
                .map(path -> standing(head, new ByFigure(measure), end.rank()).costing(path.size()))
                .orElse(Parser.none());
    }

    private Parser<Selection> standing(Selection head, Standing by, Rank rank) {
        boolean told = by instanceof ByColumn && rank.places() == 1;
        return told || grammar.links.graph().keyOf(head.table()).isPresent()
                ? Parser.empty(head.where(new Foremost(by, rank)))
                : Parser.none();
    }
}
