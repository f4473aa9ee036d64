package io.askwell.interpreter.reading;

import io.askwell.domain.agent.Schema.Table;
import io.askwell.interpreter.lexicon.Keyword;
import io.askwell.interpreter.logic.Comparison;
import io.askwell.interpreter.logic.Condition.Foremost;
import io.askwell.interpreter.logic.Inquiry.Having;
import io.askwell.interpreter.logic.Inquiry.Item;
import io.askwell.interpreter.logic.Inquiry.Item.Folded;
import io.askwell.interpreter.logic.Inquiry.Item.RowCount;
import io.askwell.interpreter.logic.Inquiry.Order;
import io.askwell.interpreter.logic.Inquiry.Report;
import io.askwell.interpreter.logic.Rank;
import io.askwell.interpreter.logic.Selection;
import io.askwell.interpreter.reading.Items.ItemNoun;
import io.askwell.interpreter.reading.Tallies.Group;
import io.askwell.interpreter.reading.Tallies.Tally;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Groups by whatever words tie figures to them: "how many songs use each format", "the rank that the fewest captains have". */
final class GroupClauses {
    private static final int LOOSE = 7;

    private final Grammar grammar;
    private final Tallies tallies;

    GroupClauses(Grammar grammar) {
        this.grammar = grammar;
        this.tallies = new Tallies(grammar);
    }

    Parser<Report> phrase() {
        return Parser.any(figuresForEach(), eachFirst(), cellsWithFigures(), having(), most(), common())
                .costing(LOOSE);
    }

    /** "how many students are there in each major", "number of dorms and total capacity for each gender". */
    private Parser<Report> figuresForEach() {
        // "... and what are those types"
        return figures().then(found -> each().next(group()).then(group -> report(found, group, List.of())))
                .then(report -> Parser.any(Parser.empty(report), and().next(cells())
                        .where(cells -> tellsAgain(report, cells)).map(cells -> report)));
    }

    private boolean tellsAgain(Report report, List<ItemNoun> cells) {
        return grammar.items.of(report.of().table(), cells).filter(report.items()::containsAll).isPresent();
    }

    /** "for each type, what is the average tonnage", "for each hall, count the number of concerts". */
    private Parser<Report> eachFirst() {
        Parser<Boolean> command = grammar.terminals.words(Keyword.LIST, Keyword.COUNT, Keyword.POLITE, Keyword.WHICH,
                Keyword.BE);
        return each().next(group()).before(command)
                .then(group -> figures().then(found -> report(found, group, List.of())));
    }

    /** "the types and the number of each", "title and maximum price of each film". */
    private Parser<Report> cellsWithFigures() {
        Parser<Report> cellsFirst = grammar.terminals.words(Keyword.EACH).next(cells()).before(and())
                .then(cells -> figures().then(found -> Parser.any(
                        each().next(group()).then(group -> report(found, group, cells)), byCells(found, cells))));
        Parser<Report> figuresFirst = figures().before(and()).then(found -> cells().then(cells -> Parser.any(
                each().next(group()).then(group -> report(found, group, cells)), byCells(found, cells))));
        Parser<Report> rowsBetween = cells().before(tie()).then(cells -> grammar.entities.phrase().before(and())
                .then(rows -> figures()
                        .then(found -> report(found, new Group(Optional.of(rows), Optional.empty()), cells)
                                .before(pronoun()))));
        return Parser.any(cellsFirst, figuresFirst, rowsBetween, ofTheSameRows()).then(this::ofThoseWith);
    }

    /** "parties of people and the number of people in each party": the same rows, said twice. */
    private Parser<Report> ofTheSameRows() {
        return cells().before(tie()).then(cells -> grammar.entities.phrase().before(and()).then(rows -> figures()
                .where(found -> found.rows().of(rows.table()) && (found.rows().conditions().isEmpty()
                        || found.rows().equals(rows)))
                .then(found -> byCells(found.over(rows), cells))));
    }

    private Parser<Boolean> pronoun() {
        return Parser.any(Parser.empty(true), grammar.terminals.words(Keyword.FOR, Keyword.IN, Keyword.OF, Keyword.BY)
                .next(grammar.terminals.words(Keyword.EACH, Keyword.THEY, Keyword.THEM)).where(seen -> seen));
    }

    /** "countries with at least two singers", "formats that more than three files use". */
    private Parser<Report> having() {
        Parser<Report> counted = cells().before(tie())
                .then(cells -> howMany().then(comparison -> Parser
                        .any(grammar.entities.phrase(), grammar.entities.textual())
                        .where(rows -> rows.conditions().stream().noneMatch(Foremost.class::isInstance)).before(rest())
                        .then(rows -> tallies.byCells(new Tally(rows, List.of()), cells))
                        .map(report -> with(report, new Having(new RowCount(), comparison)))));
        Parser<Boolean> be = grammar.terminals.words(Keyword.BE, Keyword.OF, Keyword.THAT);
        Parser<Report> folded = cells().before(tie()).then(cells -> folds().then(folds -> be
                .next(grammar.comparisons.comparison()).then(comparison -> ownRows(cells).then(rows -> grammar.items
                        .of(rows.table(), folds).filter(items -> items.size() == 1)
                        .map(items -> tallies.byCells(new Tally(rows, List.of()), cells)
                                .map(report -> with(report, new Having(items.getFirst(), comparison))))
                        .orElse(Parser.none())))));
        return Parser.any(counted, folded);
    }

    private Parser<Comparison> howMany() {
        return Parser.any(grammar.comparisons.comparison(),
                grammar.terminals.word(Keyword.SEVERAL).map(word -> new Comparison.Than(Comparison.Operator.MORE,
                        BigDecimal.ONE)));
    }

    /** "... for all the cities that have at least 15 stations": behind figures over these very rows. */
    private Parser<Report> ofThoseWith(Report report) {
        Parser<Boolean> noun = Parser.any(Parser.empty(true), grammar.terminals.words(Keyword.ALL, Keyword.EACH)
                .next(cells()).where(cells -> tellsAgain(report, cells)).map(cells -> true));
        Parser<Report> counted = Parser.any(Parser.empty(true), tie()).next(noun).next(tie()).next(howMany())
                .then(comparison -> grammar.entities.phrase()
                        .where(rows -> rows.of(report.of().table()) && rows.conditions().isEmpty()).before(rest())
                        .map(rows -> new Report(report.of(), report.items(), report.groups(),
                                List.of(new Having(new RowCount(), comparison)), List.of(), Optional.empty(), false)));
        return Parser.any(Parser.empty(report), counted);
    }

    private static Report with(Report report, Having having) {
        return new Report(report.of(), report.items(), report.groups(), List.of(having), List.of(), Optional.empty(),
                false);
    }

    /** "city with the most stations", "rank for which there are the fewest captains", "zip code with the lowest average price". */
    private Parser<Report> most() {
        Parser<Integer> places = grammar.terminals.words(Keyword.TOP)
                .next(Parser.any(grammar.extremes.places(), Parser.empty(1)));
        Parser<Report> counted = places.then(count -> cells().before(tie()).then(cells -> end()
                .then(end -> grammar.terminals.words(Keyword.TOTAL, Keyword.NUMBER_OF)
                        .where(number -> number || end == Keyword.MOST || end == Keyword.FEWEST)
                        .next(Parser.any(grammar.terminals.word(Keyword.OF).map(of -> true), Parser.empty(true)))
                        .next(grammar.entities.phrase()).before(rest())
                        .then(rows -> tallies.byCells(new Tally(rows, List.of()), cells)
                                .map(report -> report.ranked(new Order(new RowCount(), isHigh(end)),
                                        new Rank(count, isHigh(end))))))));
        Parser<Report> folded = places.then(count -> cells().before(tie()).then(cells -> end().then(end -> folds()
                .then(folds -> ownRows(cells).then(rows -> grammar.items.of(rows.table(), folds)
                        .filter(items -> items.size() == 1)
                        .map(items -> tallies.byCells(new Tally(rows, List.of()), cells).map(report -> report
                                .ranked(new Order(items.getFirst(), isHigh(end)), new Rank(count, isHigh(end)))))
                        .orElse(Parser.none()))))));
        return Parser.any(counted, folded);
    }

    /** "rank that is the most common among captains", "three most common colors of cars". */
    private Parser<Report> common() {
        Parser<Boolean> among = Parser.any(tie(),
                grammar.terminals.word(Keyword.AMONG_ALL).before(grammar.terminals.words(Keyword.ALL))
                        .map(word -> true));
        Parser<Boolean> end = grammar.terminals.word(Keyword.COMMON, Keyword.LEAST_COMMON)
                .map(word -> word == Keyword.COMMON);
        Parser<Rank> several = grammar.terminals.words(Keyword.TOP).next(grammar.extremes.places().optional())
                .then(count -> end.map(high -> new Rank(count.orElse(1), high)));
        Parser<Rank> alone = grammar.extremes.place().then(place -> end.map(high -> new Rank(place, high, true)));
        // "the payment method that is used most often"
        Parser<Boolean> often = Parser.any(end, grammar.terminals.word(Keyword.MOST, Keyword.FEWEST)
                .map(GroupClauses::isHigh));
        Parser<Report> behind = cells().before(tie())
                .then(cells -> often.then(high -> common(cells, new Rank(1, high), among)));
        Parser<Report> before = Parser.any(several, alone)
                .then(rank -> cells().then(cells -> common(cells, rank, among)));
        return Parser.any(behind, before);
    }

    private Parser<Report> common(List<ItemNoun> cells, Rank rank, Parser<Boolean> among) {
        Parser<Selection> rows = Parser.any(among.next(grammar.entities.phrase()), ownRows(cells));
        return rows.then(of -> tallies.byCells(new Tally(of, List.of()), cells))
                .map(report -> report.ranked(new Order(new RowCount(), rank.highest()), rank));
    }

    private Parser<Keyword> end() {
        return grammar.terminals.word(Keyword.MOST, Keyword.FEWEST, Keyword.HIGHEST, Keyword.LOWEST);
    }

    private static boolean isHigh(Keyword end) {
        return end == Keyword.MOST || end == Keyword.HIGHEST;
    }

    /** Figures over rows: a count, foldings, or both over the same rows. */
    private Parser<Tally> figures() {
        Parser<Boolean> counting = Parser.any(grammar.terminals.word(Keyword.NUMBER_OF, Keyword.HOW_MANY),
                grammar.terminals.word(Keyword.TOTAL).before(grammar.terminals.word(Keyword.NUMBER_OF)))
                .map(word -> true);
        Parser<Tally> counted = counting.next(grammar.entities.phrase()).before(rest())
                .map(rows -> new Tally(rows, List.of(new RowCount())));
        Parser<Boolean> of = grammar.terminals.word(Keyword.OF, Keyword.FOR).next(grammar.terminals.words(Keyword.ALL));
        Parser<Tally> folded = folds().then(nouns -> Parser.any(of.next(grammar.entities.phrase()), ownRows(nouns))
                .keep(rows -> grammar.items.of(rows.table(), nouns).map(items -> new Tally(rows, items))));
        Parser<Tally> countAndFolds = counted.before(and()).then(so -> folds().keep(nouns -> both(so, nouns, true)));
        Parser<Tally> foldsAndCount = folds().before(and())
                .then(nouns -> counted.keep(so -> both(so, nouns, false)));
        // "the number and average age of students"
        Parser<Tally> both = counting.before(and()).next(folds()).then(nouns -> of.next(grammar.entities.phrase())
                .keep(rows -> both(new Tally(rows, List.of(new RowCount())), nouns, true)));
        return Parser.any(counted, folded, countAndFolds, foldsAndCount, both).before(rest());
    }

    private Optional<Tally> both(Tally count, List<ItemNoun> nouns, boolean countFirst) {
        return grammar.items.of(count.rows().table(), nouns).map(folds -> {
            List<Item> items = new ArrayList<>(countFirst ? count.items() : folds);
            items.addAll(countFirst ? folds : count.items());
            return new Tally(count.rows(), items);
        }).filter(tally -> tally.items().stream().allMatch(item -> !(item instanceof Folded(var how, var attribute))
                || tally.rows().of(attribute.table())));
    }

    /** All rows of the only table that has such a column. */
    private Parser<Selection> ownRows(List<ItemNoun> nouns) {
        List<Table> tables = nouns.getFirst().tables();
        return tables.size() == 1 ? Parser.empty(Selection.all(tables.getFirst())) : Parser.none();
    }

    private Parser<List<ItemNoun>> folds() {
        return grammar.items.list().where(nouns -> nouns.stream().allMatch(noun -> noun.how().isPresent()));
    }

    private Parser<List<ItemNoun>> cells() {
        return grammar.items.list().where(nouns -> nouns.stream().allMatch(noun -> noun.how().isEmpty()));
    }

    private Parser<Report> report(Tally tally, Group group, List<ItemNoun> cells) {
        return tallies.report(tally, group, cells);
    }

    /** By the columns that are told, with what says once more that it is for each of them. */
    private Parser<Report> byCells(Tally tally, List<ItemNoun> cells) {
        Parser<Boolean> noun = grammar.terminals.words(Keyword.THAT, Keyword.EACH, Keyword.ALL)
                .next(grammar.items.cell())
                .where(cell -> cells.stream().anyMatch(other -> cell
                        .attribute(tally.rows().table(), grammar.links.graph())
                        .equals(other.attribute(tally.rows().table(), grammar.links.graph()))))
                .map(cell -> true);
        Parser<Boolean> again = Parser.any(Parser.empty(true), tie().next(noun), pronoun());
        return tallies.byCells(tally, cells).before(again);
    }

    private Parser<Group> group() {
        Parser<Group> rows = grammar.entities.phrase().map(of -> new Group(Optional.of(of), Optional.empty()));
        Parser<Group> column = grammar.items.cell().map(noun -> new Group(Optional.empty(), Optional.of(noun)))
                .costing(1);
        return Parser.any(rows, column).before(rest());
    }

    private Parser<Boolean> each() {
        Parser<Boolean> tied = tie().next(grammar.terminals.word(Keyword.EACH)).map(word -> true);
        Parser<Boolean> plain = grammar.terminals.word(Keyword.EACH, Keyword.PER)
                .next(grammar.terminals.words(Keyword.EACH)).map(word -> true);
        return Parser.any(tied, plain);
    }

    private Parser<Boolean> tie() {
        return grammar.ties.tie().where(holds -> holds);
    }

    private Parser<Boolean> rest() {
        return grammar.ties.rest();
    }

    private Parser<Boolean> and() {
        return Parser.any(grammar.terminals.joint(Keyword.AND), grammar.terminals.withNumber())
                .before(grammar.terminals.words(Keyword.AND, Keyword.WITH, Keyword.WHICH, Keyword.BE));
    }
}
