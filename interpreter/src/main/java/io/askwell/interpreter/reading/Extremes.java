package io.askwell.interpreter.reading;

import io.askwell.domain.agent.Schema.Table;
import io.askwell.interpreter.lexicon.Inflection;
import io.askwell.interpreter.lexicon.Keyword;
import io.askwell.interpreter.lexicon.Meaning.Grades;
import io.askwell.interpreter.lexicon.Meaning.InPlace;
import io.askwell.interpreter.lexicon.Words;
import io.askwell.interpreter.logic.Attribute;
import io.askwell.interpreter.logic.Inquiry.Extreme;
import io.askwell.interpreter.logic.Rank;
import io.askwell.interpreter.logic.Selection;
import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** Noun phrases that stand for rows at the end of an order: "Alice's latest order", "the two largest orders in 2024". */
final class Extremes {
    private static final int MOST_PLACES = 1000;

    private final Grammar grammar;

    /** The word that says which end, and how many from there, or which place. */
    record End(Keyword word, Rank rank) {
        End(Keyword word, int places) {
            this(word, new Rank(places, isHigh(word)));
        }

        private static boolean isHigh(Keyword word) {
            return word != Keyword.LOWEST && word != Keyword.EARLIEST;
        }

        boolean inTime() {
            return word == Keyword.LATEST || word == Keyword.EARLIEST;
        }
    }

    Extremes(Grammar grammar) {
        this.grammar = grammar;
    }

    Parser<Extreme> phrase() {
        Parser<Extreme> own = end().then(end -> grammar.entities.phrase().then(rows -> extreme(end, rows)));
        Parser<Extreme> owned = grammar.entities.possessor().then(owner -> own
                .then(extreme -> grammar.links.related(extreme.of(), owner, true)
                        .map(rows -> new Extreme(rows, extreme.by(), extreme.rank(), List.of()))));
        Parser<Extreme> graded = grammar.terminals.words(Keyword.TOP).next(places().optional())
                .then(before -> most().then(grades -> places().optional().then(after -> graded(grades,
                        new Rank(before.or(() -> after).orElse(1), grades.more())))));
        Parser<Extreme> alone = place()
                .then(place -> most().then(grades -> graded(grades, new Rank(place, grades.more(), true))));
        return Parser.any(own, owned, graded, alone, withHighest());
    }

    /** "order was the cheapest": behind "which". */
    Parser<Extreme> being() {
        return grammar.entities.phrase().before(grammar.terminals.word(Keyword.BE)).then(rows -> Parser.any(
                end().then(end -> extreme(end, rows)), most().keep(grades -> graded(rows.table(), grades)
                        .map(by -> new Extreme(rows, by.by(), new Rank(1, by.more()), List.of())))));
    }

    /** "oldest", "most expensive". */
    Parser<Grades> most() {
        return grammar.terminals.meaning(Grades.class).where(Grades::most);
    }

    private Parser<Extreme> graded(Grades grades, Rank rank) {
        return grammar.entities.phrase().keep(
                rows -> graded(rows.table(), grades)
                        .map(by -> new Extreme(rows, by.by(), rank.from(by.more()), List.of())));
    }

    /** How many places, where a question says so: "top 3", "two". */
    Parser<Integer> places() {
        return grammar.comparisons.number().keep(Extremes::asPlaces);
    }

    Parser<End> end() {
        Parser<Keyword> word = grammar.terminals.word(Keyword.LATEST, Keyword.EARLIEST, Keyword.HIGHEST, Keyword.LOWEST,
                Keyword.TOP);
        Parser<End> after = word.then(end -> places().optional().map(places -> new End(end, places.orElse(1))));
        Parser<End> before = places().then(places -> word.map(end -> new End(end, places)));
        Parser<End> alone = place().then(place -> word.where(end -> end != Keyword.TOP)
                .map(end -> new End(end, new Rank(place, End.isHigh(end), true))));
        return Parser.any(after, before, alone);
    }

    /** One place in an order: "second", "3rd". */
    Parser<Integer> place() {
        return grammar.terminals.meaning(InPlace.class).map(InPlace::place);
    }

    /** By the date or amount of the rows, or by a column that is named. */
    private Parser<Extreme> extreme(End end, Selection rows) {
        Optional<Attribute> natural = end.inTime()
                ? timeOf(rows.table())
                : grammar.links.graph().amountOf(rows.table());
        Parser<Extreme> byNature = natural.map(by -> Parser.empty(new Extreme(rows, by, end.rank(), List.of())))
                .orElse(Parser.none());
        Parser<Extreme> named = grammar.terminals.word(Keyword.BY).next(grammar.terminals.column())
                .where(by -> rows.of(by.table()) && ordered(by))
                .map(by -> new Extreme(rows, by, end.rank(), List.of()));
        return Parser.any(byNature, named);
    }

    /** "orders with the highest total amount", "book with the most pages". */
    private Parser<Extreme> withHighest() {
        Parser<End> most = grammar.terminals.word(Keyword.MOST, Keyword.FEWEST)
                .map(word -> new End(word == Keyword.MOST ? Keyword.HIGHEST : Keyword.LOWEST, 1));
        Parser<Keyword> with = grammar.terminals.word(Keyword.WITH, Keyword.HAVE);
        return grammar.entities.phrase().then(rows -> with.next(Parser.any(end(), most))
                .then(end -> grammar.items.columnOf(rows.table()).where(by -> rows.of(by.table()) && ordered(by))
                        .where(by -> !end.inTime() || by.dated()
                                || by.column().name().toLowerCase(Locale.ROOT).contains("year"))
                        .then(by -> grammar.modifiers.on(rows)
                                .map(narrowed -> new Extreme(narrowed, by, end.rank(), List.of())))));
    }

    /**
     * The only date of a table's rows, or the one that is called after them, or else their only year; of people, or those that
     * have an age, "the oldest" is not the first.
     */
    Optional<Attribute> timeOf(Table table) {
        if (grammar.terminals.asksForOldest() && isOfPeople(table)) {
            return Optional.empty();
        }
        String noun = Inflection.singular(table.name().name().toLowerCase(Locale.ROOT));
        boolean aged = table.columns().stream().anyMatch(column -> Words.ofName(column.name()).contains("age"));
        return grammar.links.graph().dateOf(table)
                .or(() -> grammar.links.graph().attributesOf(table).stream().filter(Attribute::dated)
                        .filter(date -> date.column().name().equalsIgnoreCase(noun + "_date")).findFirst())
                .or(() -> aged ? Optional.empty() : grammar.links.graph().yearOf(table));
    }

    /** Who has a sex, or a first and a last name. */
    private boolean isOfPeople(Table table) {
        return grammar.links.graph().namesOf(table).size() > 1 || table.columns().stream()
                .anyMatch(column -> Words.ofName(column.name()).stream().anyMatch(Set.of("sex", "gender")::contains));
    }

    /** By what an adjective compares rows of a table. */
    Optional<Graded> graded(Table table, Grades grades) {
        return Graded.of(table, grades, grammar.links.graph());
    }

    private boolean ordered(Attribute by) {
        return (by.numeric() || by.dated()) && !grammar.links.graph().isKey(by);
    }

    private static Optional<Integer> asPlaces(BigDecimal number) {
        boolean whole = number.stripTrailingZeros().scale() <= 0;
        boolean possible = number.signum() > 0 && number.compareTo(BigDecimal.valueOf(MOST_PLACES)) <= 0;
        return whole && possible ? Optional.of(number.intValue()) : Optional.empty();
    }
}
