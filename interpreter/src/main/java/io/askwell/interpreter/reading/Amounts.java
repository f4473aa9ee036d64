package io.askwell.interpreter.reading;

import io.askwell.interpreter.lexicon.Keyword;
import io.askwell.interpreter.lexicon.Meaning.NamesMeasure;
import io.askwell.interpreter.lexicon.Meaning.NamesUnit;
import io.askwell.interpreter.lexicon.Meaning.Time;
import io.askwell.interpreter.lexicon.Meaning.Yields;
import io.askwell.interpreter.logic.Attribute;
import io.askwell.interpreter.logic.Condition;
import io.askwell.interpreter.logic.Grouping;
import io.askwell.interpreter.logic.Inquiry;
import io.askwell.interpreter.logic.Inquiry.Breakdown;
import io.askwell.interpreter.logic.Inquiry.Figure;
import io.askwell.interpreter.logic.Measure;
import io.askwell.interpreter.logic.Measure.Count;
import io.askwell.interpreter.logic.Measure.Fold;
import io.askwell.interpreter.logic.Measure.Folding;
import io.askwell.interpreter.logic.Selection;
import java.util.List;
import java.util.Optional;

/** Noun phrases that stand for figures: "total amount spent by each customer", "number of orders per month". */
final class Amounts {
    private static final int ACCOMPANIED = 3;

    private final Grammar grammar;
    private final Groupings groupings;
    private final Parser<Measure> noun;
    private final Parser<Measure> figure;
    private final Parser<Inquiry> phrase;

    /** A figure that is being read, with what it is given for. */
    private record Tally(Measure measure, Optional<Grouping> by) {
        Tally over(Selection selection) {
            return new Tally(measure.over(selection), by);
        }
    }

    Amounts(Grammar grammar) {
        this.grammar = grammar;
        this.groupings = new Groupings(grammar);
        this.noun = grammar.effort.once(start -> Parser.any(counted(), values(), folded(), owned()).at(start));
        this.figure = grammar.effort.once(start -> narrowed().at(start));
        this.phrase = grammar.effort.once(start -> grouped().at(start));
    }

    /** A figure and what narrows it, for all rows together. */
    Parser<Measure> figure() {
        return figure;
    }

    /** A figure with what narrows it and what it is given for. */
    Parser<Inquiry> phrase() {
        return phrase;
    }

    Groupings groupings() {
        return groupings;
    }

    /** Goes on behind a figure with what narrows it and what it is given for. */
    Parser<Inquiry> goOn(Measure measure, Optional<Grouping> by) {
        return grammar.effort.chain(new Tally(measure, by), this::link).map(Amounts::inquiry);
    }

    private Parser<Inquiry> grouped() {
        Parser<Inquiry> all = noun.then(measure -> goOn(measure, Optional.empty()));
        Parser<Inquiry> ofEach = grammar.entities.each()
                .before(grammar.terminals.word(Keyword.POSSESSIVE))
                .then(group -> noun.where(measure -> grammar.links.linked(group.table(), measure))
                        .then(measure -> goOn(measure, Optional.of(new Grouping.Each(group)))));
        Parser<Inquiry> rows = grammar.entities.phrase()
                .then(of -> groupings.of(new Count(of)).then(by -> goOn(new Count(of), Optional.of(by))));
        Parser<Inquiry> monthly = grammar.terminals.meaning(NamesUnit.class).then(unit -> noun
                .then(measure -> grammar.links.graph().dateOf(measure.of().table())
                        .map(date -> goOn(measure, Optional.of(new Grouping.Calendar(date, unit.unit()))))
                        .orElse(Parser.none())));
        return Parser.any(all, ofEach, rows, monthly, accompanied());
    }

    /** "customers with their number of orders", "customers and their total spending"; "with the highest" tells which ones. */
    private Parser<Inquiry> accompanied() {
        return grammar.entities.phrase().before(grammar.terminals.word(Keyword.AND, Keyword.WITH))
                .then(group -> noun.where(measure -> isTotal(measure) && grammar.links.linked(group.table(), measure))
                        .<Inquiry>map(measure -> new Breakdown(measure, new Grouping.Each(group), Optional.empty())))
                .costing(ACCOMPANIED);
    }

    private static boolean isTotal(Measure measure) {
        return !(measure instanceof Fold fold) || fold.how() == Folding.SUM || fold.how() == Folding.AVERAGE;
    }

    private Parser<Measure> narrowed() {
        return noun.then(measure -> grammar.effort
                .chain(measure.of(), so -> Parser.any(grammar.modifiers.single(so), done(so), same(so)))
                .map(measure::over));
    }

    private Parser<Tally> link(Tally so) {
        Parser<Tally> narrower = Parser.any(grammar.modifiers.single(so.measure().of()), done(so.measure().of()))
                .map(so::over);
        Parser<Tally> by = so.by().isPresent()
                ? Parser.none()
                : groupings.of(so.measure()).map(group -> new Tally(so.measure(), Optional.of(group)));
        return Parser.any(narrower, by, rowsOf(so));
    }

    /** "of all orders over 100" behind a figure over orders. */
    private Parser<Tally> rowsOf(Tally so) {
        return same(so.measure().of()).map(so::over);
    }

    private Parser<Selection> same(Selection head) {
        return grammar.terminals.word(Keyword.OF, Keyword.FOR, Keyword.FROM, Keyword.IN, Keyword.ON, Keyword.AMONG_ALL)
                .next(grammar.entities.phrase()).where(rows -> rows.of(head.table())).map(rows -> {
                    Selection both = head;
                    for (Condition condition : rows.conditions()) {
                        both = both.where(condition);
                    }
                    return both;
                });
    }

    /** "spent" behind "total amount", "placed" behind "number of orders": every row was. */
    private Parser<Selection> done(Selection head) {
        return grammar.verbPhrases.done(head).map(verb -> head);
    }

    private Parser<Measure> counted() {
        Parser<Selection> total = grammar.terminals.word(Keyword.TOTAL).next(grammar.terminals.table(true))
                .then(table -> grammar.modifiers.on(Selection.all(table)));
        Parser<Selection> number = grammar.terminals.word(Keyword.NUMBER_OF).next(grammar.entities.phrase());
        return Parser.any(number, total).map(Count::new);
    }

    /** "number of cities": how many different ones. */
    private Parser<Measure> values() {
        return grammar.terminals.word(Keyword.NUMBER_OF).next(grammar.terminals.column())
                .where(attribute -> !attribute.numeric()).map(attribute -> fold(Folding.DISTINCT, attribute))
                .costing(1);
    }

    private Parser<Measure> owned() {
        Parser<Measure> ofSomebody = grammar.entities.possessor().then(owner -> Parser.any(folded(), counted())
                .then(measure -> grammar.links.related(measure.of(), owner, true).map(measure::over)));
        Parser<Measure> ofAMonth = grammar.terminals.meaning(Time.class)
                .before(grammar.terminals.words(Keyword.POSSESSIVE)).then(time -> Parser.any(folded(), counted())
                        .keep(measure -> grammar.modifiers.during(measure.of(), time).map(measure::over)));
        return Parser.any(ofSomebody, ofAMonth);
    }

    private Parser<Measure> folded() {
        Parser<Folding> how = grammar.terminals
                .word(Keyword.TOTAL, Keyword.SUM, Keyword.AVERAGE, Keyword.HIGHEST, Keyword.LOWEST)
                .map(Amounts::folding).before(grammar.terminals.words(Keyword.OF, Keyword.ALL));
        Parser<Measure> inTime = grammar.terminals.word(Keyword.LATEST, Keyword.EARLIEST).map(Amounts::folding)
                .before(grammar.terminals.words(Keyword.OF)).then(fold -> column().where(Attribute::dated)
                        .map(attribute -> fold(fold, attribute)));
        Parser<Measure> columns = how
                .then(fold -> column().where(attribute -> folds(fold, attribute))
                        .map(attribute -> fold(fold, attribute)));
        Parser<Measure> named = grammar.terminals.meaning(NamesMeasure.class)
                .map(measure -> fold(measure.how(), measure.attribute()));
        Parser<Boolean> total = grammar.terminals.words(Keyword.TOTAL, Keyword.SUM);
        return Parser.any(columns, inTime, ofRows(), total.next(named), sums(), spent());
    }

    /** "average order" and "sum of all orders" speak of the amount of orders; "average orders" may mean their number. */
    private Parser<Measure> ofRows() {
        Parser<Folding> average = grammar.terminals.word(Keyword.AVERAGE).map(Amounts::folding);
        Parser<Folding> sum = Parser.any(grammar.terminals.word(Keyword.SUM),
                grammar.terminals.word(Keyword.TOTAL).before(grammar.terminals.word(Keyword.OF)))
                .map(keyword -> Folding.SUM).before(grammar.terminals.words(Keyword.ALL));
        return Parser.any(ofRows(average, false), ofRows(sum, true));
    }

    private Parser<Measure> ofRows(Parser<Folding> how, boolean plural) {
        return how.then(fold -> grammar.terminals.table(plural).keep(table -> grammar.links.graph().amountOf(table)
                .map(amount -> fold(fold, amount)))).costing(1);
    }

    /** A column whose own name begins with "total" is summed up when it is asked for as a figure. */
    private Parser<Measure> sums() {
        return start -> grammar.terminals.word(Keyword.TOTAL).at(start).isEmpty()
                ? List.of()
                : grammar.terminals.column().where(attribute -> folds(Folding.SUM, attribute))
                        .map(attribute -> fold(Folding.SUM, attribute)).at(start);
    }

    /** "money spent", "total amount spent", "total spent". */
    private Parser<Measure> spent() {
        Parser<Boolean> total = grammar.terminals.words(Keyword.TOTAL, Keyword.SUM);
        Parser<Boolean> what = Parser.any(total.where(seen -> seen),
                total.next(grammar.terminals.word(Keyword.MONEY)).map(word -> true),
                total.next(grammar.terminals.column()).where(Attribute::numeric).map(word -> true));
        return what.next(grammar.terminals.meaning(Yields.class)).map(verb -> fold(verb.how(), verb.attribute()));
    }

    /** A column, maybe behind the noun for its rows: "order amount". */
    private Parser<Attribute> column() {
        Parser<Attribute> behindTable = grammar.terminals.table()
                .then(table -> grammar.terminals.words(Keyword.POSSESSIVE).next(grammar.terminals.column())
                        .where(attribute -> attribute.table().name().equals(table.name())));
        return Parser.any(grammar.terminals.column(), behindTable);
    }

    private boolean folds(Folding how, Attribute attribute) {
        boolean ordered = how == Folding.HIGHEST || how == Folding.LOWEST;
        return (attribute.numeric() && !grammar.links.graph().isKey(attribute)) || (ordered && attribute.dated());
    }

    private static Measure fold(Folding how, Attribute attribute) {
        return new Fold(how, attribute, Selection.all(attribute.table()));
    }

    static Folding folding(Keyword keyword) {
        return switch (keyword) {
            case TOTAL, SUM -> Folding.SUM;
            case AVERAGE -> Folding.AVERAGE;
            case HIGHEST, LATEST -> Folding.HIGHEST;
            default -> Folding.LOWEST;
        };
    }

    private static Inquiry inquiry(Tally tally) {
        return tally.by().<Inquiry>map(by -> new Breakdown(tally.measure(), by, Optional.empty()))
                .orElse(new Figure(tally.measure()));
    }
}
