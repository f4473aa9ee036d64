package io.askwell.interpreter.reading;

import io.askwell.interpreter.lexicon.Keyword;
import io.askwell.interpreter.logic.Grouping.Each;
import io.askwell.interpreter.logic.Inquiry;
import io.askwell.interpreter.logic.Inquiry.Breakdown;
import io.askwell.interpreter.logic.Inquiry.Extreme;
import io.askwell.interpreter.logic.Inquiry.Item;
import io.askwell.interpreter.logic.Inquiry.Item.RowCount;
import io.askwell.interpreter.logic.Inquiry.Listing;
import io.askwell.interpreter.logic.Inquiry.Order;
import io.askwell.interpreter.logic.Inquiry.Report;
import io.askwell.interpreter.logic.Measure.Count;
import io.askwell.interpreter.logic.Measure.Fold;
import io.askwell.interpreter.reading.Items.ItemNoun;
import io.askwell.interpreter.reading.Tallies.Group;
import io.askwell.interpreter.reading.Tallies.Tally;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What is asked for in one sentence and told in the next: "Which singers are from France? List their names and ages." */
final class Retold {
    private final Grammar grammar;
    private final ReportPhrases reports;
    private final Tallies tallies;
    private final Rankings rankings;
    private final Orders orders;

    /**
     * What the second sentence names.
     *
     * @param number whether the number of what was counted is told, too
     */
    private record Told(List<ItemNoun> nouns, boolean number) {}

    Retold(Grammar grammar) {
        this.grammar = grammar;
        this.reports = new ReportPhrases(grammar);
        this.tallies = new Tallies(grammar);
        this.rankings = new Rankings(grammar);
        this.orders = new Orders(grammar);
    }

    /** @param first what may be asked for in the first sentence */
    Parser<Inquiry> phrase(Parser<Inquiry> first) {
        // Most questions are one sentence, and need not be read as the first of two.
        if (!grammar.terminals.commandsLater()) {
            return Parser.none();
        }
        Parser<Boolean> command = grammar.terminals.words(Keyword.POLITE).next(grammar.terminals.word(Keyword.LIST))
                .before(grammar.terminals.words(Keyword.LIST, Keyword.POLITE, Keyword.ALL)).map(word -> true);
        Parser<Boolean> which = grammar.terminals.words(Keyword.LIST, Keyword.POLITE, Keyword.WHICH, Keyword.WHO)
                .next(grammar.terminals.words(Keyword.BE)).map(word -> true);
        Parser<Inquiry> asked = Parser.any(first, which.next(Parser.any(rankings.phrase(), reports.phrase())));
        return asked.then(inquiry -> command.next(told()).before(ofThem())
                .then(told -> report(inquiry, told)).then(orders::on).map(report -> report));
    }

    private Parser<Told> told() {
        Parser<Boolean> joint = grammar.terminals.joint(Keyword.AND).before(grammar.terminals.words(Keyword.AND));
        // "the task count" is the count of tasks.
        Parser<Boolean> number = Parser.any(Parser.empty(true), grammar.terminals.table().map(table -> true))
                .next(grammar.terminals.word(Keyword.NUMBER_OF))
                .before(Parser.any(Parser.empty(true),
                        grammar.entities.phrase().where(rows -> rows.conditions().isEmpty())))
                .map(word -> true);
        Parser<List<ItemNoun>> cells = grammar.items.list()
                .where(nouns -> nouns.stream().allMatch(noun -> noun.how().isEmpty()));
        Parser<Told> plain = cells.map(nouns -> new Told(nouns, false));
        Parser<Told> before = number.before(joint).next(cells).map(nouns -> new Told(nouns, true));
        Parser<Told> behind = cells.before(joint).before(number).map(nouns -> new Told(nouns, true));
        Parser<Told> between = cells.before(joint).before(number).before(joint)
                .then(some -> cells.map(more -> new Told(with(some, more), true)));
        return Parser.any(plain, before, behind, between);
    }

    private static List<ItemNoun> with(List<ItemNoun> some, List<ItemNoun> more) {
        List<ItemNoun> all = new ArrayList<>(some);
        all.addAll(more);
        return List.copyOf(all);
    }

    /** "... of these singers", "... for each". */
    private Parser<Boolean> ofThem() {
        Parser<Boolean> again = grammar.terminals.word(Keyword.OF, Keyword.FOR)
                .next(grammar.terminals.words(Keyword.THEM, Keyword.THAT, Keyword.ALL, Keyword.EACH))
                .next(Parser.any(Parser.empty(true), grammar.terminals.table().map(table -> true)));
        return Parser.any(Parser.empty(true), again);
    }

    private Parser<Report> report(Inquiry inquiry, Told told) {
        return switch (inquiry) {
            case Listing(var of, var columns, var sort) when columns.isEmpty() && !told.number() ->
                reports.report(of, told.nouns());
            case Extreme extreme when extreme.columns().isEmpty() && !told.number() ->
                reports.foremost(extreme, told.nouns());
            case Breakdown breakdown -> groups(breakdown, told);
            case Report report -> again(report, told);
            default -> Parser.none();
        };
    }

    /** "How many orders does each customer have? List the id and the number.", "Who has the most orders? List the id." */
    private Parser<Report> groups(Breakdown breakdown, Told told) {
        if (!(breakdown.by() instanceof Each(var group)) || (breakdown.rank().isEmpty() && !told.number())) {
            return Parser.none();
        }
        Item figure = switch (breakdown.measure()) {
            case Count count -> new RowCount();
            case Fold(var how, var attribute, var of) -> new Item.Folded(how, attribute);
        };
        if (told.number() && !(figure instanceof RowCount)) {
            return Parser.none();
        }
        Tally tally = new Tally(breakdown.measure().of(), told.number() ? List.of(figure) : List.of());
        return tallies.report(tally, new Group(Optional.of(group), Optional.empty()), told.nouns())
                .map(report -> breakdown.rank()
                        .map(rank -> report.ranked(new Order(figure, rank.highest()), rank)).orElse(report));
    }

    /** Other columns of the rows, or groups, that the first sentence reports. */
    private Parser<Report> again(Report report, Told told) {
        if (report.groups().isEmpty()) {
            return told.number() || report.rank().isPresent()
                    ? Parser.none()
                    : reports.report(report.of(), told.nouns()).map(other -> report.distinct() ? other.once() : other);
        }
        // A figure that was asked for would not be told.
        if (!told.number() && !report.items().stream().allMatch(Item.Cell.class::isInstance)) {
            return Parser.none();
        }
        Tally tally = new Tally(report.of(), told.number() ? List.of(new RowCount()) : List.of());
        return tallies.byCells(tally, told.nouns()).where(other -> other.groups().equals(report.groups()))
                .map(other -> new Report(report.of(), other.items(), report.groups(), report.having(), report.order(),
                        report.rank(), false));
    }
}
