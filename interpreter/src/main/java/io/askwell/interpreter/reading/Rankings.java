package io.askwell.interpreter.reading;

import io.askwell.interpreter.lexicon.Keyword;
import io.askwell.interpreter.lexicon.Meaning.NamesDoer;
import io.askwell.interpreter.lexicon.Meaning.NamesUnit;
import io.askwell.interpreter.lexicon.Meaning.Yields;
import io.askwell.interpreter.logic.Grouping;
import io.askwell.interpreter.logic.Grouping.By;
import io.askwell.interpreter.logic.Grouping.Calendar;
import io.askwell.interpreter.logic.Grouping.Each;
import io.askwell.interpreter.logic.Inquiry;
import io.askwell.interpreter.logic.Inquiry.Breakdown;
import io.askwell.interpreter.logic.Inquiry.Extreme;
import io.askwell.interpreter.logic.Measure;
import io.askwell.interpreter.logic.Measure.Count;
import io.askwell.interpreter.logic.Measure.Fold;
import io.askwell.interpreter.logic.Rank;
import io.askwell.interpreter.logic.Selection;
import java.util.List;
import java.util.Optional;

/** Phrases that pick groups by a figure: "who spent the most", "top 2 customers by revenue", "the month with most orders". */
final class Rankings {
    private final Grammar grammar;

    /** A figure and what is kept of its order. */
    private record Pick(Measure measure, Rank rank) {

        /** As many of them, unless one place is meant. */
        Optional<Rank> several(int count) {
            return rank.alone()
                    ? Optional.of(rank).filter(place -> count == 1)
                    : Optional.of(new Rank(count, rank.highest()));
        }
    }

    Rankings(Grammar grammar) {
        this.grammar = grammar;
    }

    Parser<Inquiry> phrase() {
        Parser<Optional<Integer>> places = grammar.extremes.places().optional();
        Parser<Inquiry> picked = places.then(count -> group().then(group -> pick(group)
                .then(pick -> narrowed(group, pick, count.orElse(1)))));
        return Parser.any(picked, top(), byFigure(), doers(), extremeObject());
    }

    /** "In which month were the most orders placed", "in which city do the most customers live". */
    Parser<Inquiry> inWhich() {
        Parser<Boolean> opening = grammar.terminals.words(Keyword.IN, Keyword.FROM, Keyword.AT).where(seen -> seen)
                .next(grammar.terminals.word(Keyword.WHICH)).map(word -> true);
        Parser<Boolean> auxiliary = grammar.terminals.words(Keyword.DO, Keyword.BE, Keyword.HAVE).where(seen -> seen);
        return opening.next(group()).then(group -> auxiliary.next(most()).then(rank -> grammar.entities.head()
                .then(rows -> Parser.any(grammar.verbPhrases.done(rows),
                        grammar.verbPhrases.verbOf(rows).map(verb -> true))
                        .next(narrowed(group, new Pick(new Count(rows), rank), 1)))));
    }

    /** What is ranked; a stretch of the calendar is tied to a date only when the figure is known. */
    private Parser<Group> group() {
        return Parser.any(grammar.entities.phrase().map(rows -> new Group(Optional.of(rows), Optional.empty())),
                grammar.terminals.column().where(column -> !column.numeric())
                        .map(column -> new Group(Optional.empty(), Optional.of(new By(column)))),
                grammar.terminals.meaning(NamesUnit.class).map(unit -> new Group(Optional.empty(), Optional.empty(),
                        Optional.of(unit))));
    }

    /** Rows, values of a column, or stretches of the calendar. */
    private record Group(Optional<Selection> rows, Optional<By> values, Optional<NamesUnit> unit) {
        Group(Optional<Selection> rows, Optional<By> values) {
            this(rows, values, Optional.empty());
        }
    }

    private Optional<Grouping> grouping(Group group, Measure measure) {
        if (group.rows().isPresent()) {
            return group.rows().filter(rows -> grammar.links.linked(rows.table(), measure)).map(Each::new);
        }
        if (group.values().isPresent()) {
            return group.values().filter(by -> grammar.amounts.groupings().groups(by.attribute(), measure))
                    .map(by -> by);
        }
        return group.unit().flatMap(unit -> grammar.links.graph().dateOf(measure.of().table())
                .map(date -> new Calendar(date, unit.unit())));
    }

    private Parser<Pick> pick(Group group) {
        Parser<Boolean> auxiliary = grammar.terminals.words(Keyword.THAT, Keyword.WITH, Keyword.HAVE, Keyword.DO,
                Keyword.BE);
        Parser<Boolean> verb = Parser.any(auxiliary, auxiliary.next(group.rows()
                .map(rows -> grammar.verbPhrases.verbOf(rows).map(acts -> true)).orElse(Parser.none())));
        Parser<Pick> counted = verb.next(most()).then(rank -> grammar.entities.phrase()
                .map(rows -> new Pick(new Count(rows), rank)));
        Parser<Pick> yielded = auxiliary.next(grammar.terminals.meaning(Yields.class))
                .then(yields -> most().before(grammar.terminals.words(Keyword.MONEY))
                        .map(rank -> new Pick(new Fold(yields.how(), yields.attribute(),
                                Selection.all(yields.attribute().table())), rank)));
        Parser<Pick> figured = Parser.any(auxiliary, auxiliary.next(grammar.modifiers.relates()))
                .next(Parser.any(end(), most()))
                .then(rank -> grammar.amounts.figure().map(measure -> new Pick(measure, rank)));
        return Parser.any(counted, yielded, figured, acted(group, auxiliary));
    }

    /** "ordered the most". */
    private Parser<Pick> acted(Group group, Parser<Boolean> auxiliary) {
        return group.rows().map(rows -> auxiliary.next(grammar.verbPhrases.verbOf(rows))
                .then(acts -> most().map(rank -> new Pick(new Count(Selection.all(acts.object())), rank))))
                .orElse(Parser.none());
    }

    private Parser<Inquiry> narrowed(Group group, Pick pick, int places) {
        return grammar.modifiers.on(pick.measure().of()).keep(rows -> {
            Measure measure = pick.measure().over(rows);
            return pick.several(places).flatMap(
                    rank -> grouping(group, measure).map(by -> new Breakdown(measure, by, Optional.of(rank))));
        });
    }

    /** "customers by total spent", "customers sorted by revenue": all of them. */
    private Parser<Inquiry> byFigure() {
        Parser<Keyword> by = Parser.any(grammar.terminals.word(Keyword.SORTED),
                grammar.terminals.word(Keyword.BY).costing(1));
        return grammar.entities.phrase().before(by)
                .then(rows -> figure().where(measure -> grammar.links.linked(rows.table(), measure))
                        .map(measure -> new Breakdown(measure, new Each(rows), Optional.empty())));
    }

    private Parser<Measure> figure() {
        return Parser.any(grammar.amounts.figure(),
                grammar.terminals.meaning(Yields.class).map(yields -> new Fold(yields.how(), yields.attribute(),
                        Selection.all(yields.attribute().table()))));
    }

    /** "top 2 customers by total spent". */
    private Parser<Inquiry> top() {
        return end().then(rank -> grammar.extremes.places().optional().then(count -> group()
                .before(grammar.terminals.word(Keyword.BY, Keyword.IN)).then(group -> figure()
                        .then(measure -> narrowed(group, new Pick(measure, rank), count.orElse(1))))));
    }

    /** "biggest spender". */
    private Parser<Inquiry> doers() {
        Parser<Optional<Integer>> places = grammar.extremes.places().optional();
        return places.then(before -> end().then(rank -> places.map(after -> before.or(() -> after))
                .then(count -> grammar.terminals.meaning(NamesDoer.class).then(doer -> narrowed(
                        new Group(Optional.of(Selection.all(doer.doer())), Optional.empty()),
                        new Pick(new Fold(doer.how(), doer.attribute(), Selection.all(doer.attribute().table())),
                                rank),
                        count.orElse(1))))));
    }

    /** "customer who placed the largest order" asks for that order, which shows whose it is. */
    private Parser<Inquiry> extremeObject() {
        Parser<Boolean> auxiliary = grammar.terminals.words(Keyword.THAT, Keyword.HAVE, Keyword.WITH);
        return grammar.entities.phrase().then(head -> {
            Parser<Boolean> verb = Parser.any(auxiliary.where(seen -> seen),
                    auxiliary.next(grammar.verbPhrases.verbOf(head).map(acts -> true)));
            return verb.next(grammar.extremes.phrase()).then(extreme -> head.conditions().isEmpty()
                    ? linked(head, extreme)
                    : grammar.links.related(extreme.of(), head, true)
                            .map(rows -> new Extreme(rows, extreme.by(), extreme.rank(), List.of())));
        });
    }

    private Parser<Inquiry> linked(Selection head, Extreme extreme) {
        return grammar.links.linked(head.table(), extreme.of().table()) ? Parser.empty(extreme) : Parser.none();
    }

    private Parser<Rank> most() {
        return placed(grammar.terminals.word(Keyword.MOST, Keyword.FEWEST).map(word -> word == Keyword.MOST));
    }

    private Parser<Rank> end() {
        Parser<Boolean> end = grammar.terminals.word(Keyword.HIGHEST, Keyword.LOWEST)
                .map(word -> word == Keyword.HIGHEST);
        return Parser.any(placed(end), grammar.terminals.word(Keyword.TOP).map(top -> new Rank(1, true)));
    }

    /** "the most", "the second most". */
    private Parser<Rank> placed(Parser<Boolean> high) {
        return Parser.any(high.map(highest -> new Rank(1, highest)),
                grammar.extremes.place().then(place -> high.map(highest -> new Rank(place, highest, true))));
    }
}
