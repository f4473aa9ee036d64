package io.askwell.interpreter.reading;

import io.askwell.domain.agent.Schema.Table;
import io.askwell.interpreter.lexicon.Keyword;
import io.askwell.interpreter.logic.Attribute;
import io.askwell.interpreter.logic.Comparison;
import io.askwell.interpreter.logic.Condition;
import io.askwell.interpreter.logic.Grouping.Each;
import io.askwell.interpreter.logic.Inquiry;
import io.askwell.interpreter.logic.Inquiry.Breakdown;
import io.askwell.interpreter.logic.Inquiry.Having;
import io.askwell.interpreter.logic.Inquiry.Item;
import io.askwell.interpreter.logic.Inquiry.Item.RowCount;
import io.askwell.interpreter.logic.Inquiry.Order;
import io.askwell.interpreter.logic.Inquiry.Report;
import io.askwell.interpreter.logic.Measure.Count;
import io.askwell.interpreter.logic.Rank;
import io.askwell.interpreter.logic.Selection;
import io.askwell.interpreter.reading.Items.ItemNoun;
import io.askwell.interpreter.reading.Tallies.Group;
import io.askwell.interpreter.reading.Tallies.Tally;
import java.util.List;
import java.util.Optional;

/** What is told of groups: "the id and the number of orders of each customer", "countries that have more than two singers". */
final class GroupReports {
    private final Grammar grammar;
    private final Tallies tallies;

    GroupReports(Grammar grammar) {
        this.grammar = grammar;
        this.tallies = new Tallies(grammar);
    }

    Parser<Report> phrase() {
        return Parser.any(cellsAndTally(), tallyAndCells(), eachFirst(), cellsOfRows(), having(), most(), common());
    }

    /** "name and the number of orders for each customer", "nationality and the number of hosts". */
    private Parser<Report> cellsAndTally() {
        return grammar.terminals.words(Keyword.EACH).next(grammar.items.list()).before(and())
                .then(cells -> tally().then(tally -> Parser.any(
                        each().next(group()).then(group -> tallies.report(tally, group, cells)),
                        tallies.byCells(tally, cells).before(again(tally, cells)))));
    }

    /** "in each", "of that type", "in it": says of what is grouped no more than is said already. */
    private Parser<Boolean> again(Tally tally, List<ItemNoun> cells) {
        Parser<Boolean> preposition = grammar.terminals
                .word(Keyword.IN, Keyword.OF, Keyword.FOR, Keyword.FROM, Keyword.WITH)
                .map(word -> true);
        Parser<Boolean> noun = grammar.terminals.words(Keyword.THAT, Keyword.EACH, Keyword.ALL)
                .next(grammar.items.cell()).where(cell -> cells.stream().anyMatch(other -> cell
                        .attribute(tally.rows().table(), grammar.links.graph())
                        .equals(other.attribute(tally.rows().table(), grammar.links.graph()))))
                .map(cell -> true);
        Parser<Boolean> pronoun = grammar.terminals.word(Keyword.EACH, Keyword.THEY, Keyword.THEM).map(word -> true);
        return Parser.any(Parser.empty(true), preposition.next(Parser.any(noun, pronoun)),
                grammar.terminals.word(Keyword.HAVE).next(pronoun));
    }

    /** "the number of hosts and their nationality", "average price and id for each shop". */
    private Parser<Report> tallyAndCells() {
        return tally().before(and())
                .then(tally -> grammar.items.list().where(GroupReports::plain).then(cells -> Parser.any(
                        each().next(group()).then(group -> tallies.report(tally, group, cells)),
                        tallies.byCells(tally, cells))));
    }

    /** "for each customer, the name and the number of orders", "for each country, how many singers are there". */
    private Parser<Report> eachFirst() {
        Parser<Boolean> command = grammar.terminals.words(Keyword.LIST, Keyword.POLITE, Keyword.WHICH, Keyword.BE);
        return each().next(group()).before(command).then(group -> Parser.any(
                tally().then(tally -> tallies.report(tally, group, List.of())),
                grammar.items.list().where(GroupReports::plain).before(ofThe(group)).before(and())
                        .then(cells -> tally().then(tally -> tallies.report(tally, group, cells)
                                .before(again(tally, cells)).before(ofThe(group))))));
    }

    /** "of the building" where buildings are what is grouped. */
    private Parser<Boolean> ofThe(Group group) {
        Parser<Boolean> preposition = grammar.terminals.word(Keyword.OF, Keyword.IN, Keyword.FOR, Keyword.FROM)
                .map(word -> true);
        Parser<Boolean> rows = preposition.next(grammar.terminals.words(Keyword.THAT)).next(grammar.terminals.table())
                .where(table -> group.rows().filter(of -> of.of(table)).isPresent()).map(table -> true);
        return Parser.any(Parser.empty(true), rows);
    }

    /** "names of the customers and the number of orders they made". */
    private Parser<Report> cellsOfRows() {
        Parser<Boolean> of = grammar.terminals.word(Keyword.OF, Keyword.FOR)
                .next(grammar.terminals.words(Keyword.ALL, Keyword.EACH));
        return grammar.items.list().where(GroupReports::plain).before(of)
                .then(cells -> grammar.entities.phrase().before(and()).then(rows -> tally()
                        .then(tally -> tallies.report(tally, new Group(Optional.of(rows), Optional.empty()), cells))));
    }

    /** "countries that have more than two singers": values of a column by how many rows have them. */
    private Parser<Report> having() {
        Parser<Boolean> have = grammar.terminals.words(Keyword.THAT, Keyword.HAVE, Keyword.WITH, Keyword.FOR)
                .where(seen -> seen).before(grammar.terminals.words(Keyword.HAVE, Keyword.THERE, Keyword.BE));
        Parser<Comparison> howMany = Parser.any(grammar.comparisons.comparison(),
                grammar.terminals.word(Keyword.SEVERAL).map(word -> new Comparison.Than(Comparison.Operator.MORE,
                        java.math.BigDecimal.ONE)));
        return grammar.items.list().where(GroupReports::plain).before(have).then(cells -> howMany
                .then(comparison -> grammar.entities.phrase()
                        .then(rows -> tallies.byCells(new Tally(rows, List.of()), cells)
                                .map(report -> new Report(report.of(), report.items(), report.groups(),
                                        List.of(new Having(new RowCount(), comparison)), List.of(), Optional.empty(),
                                        false)))))
                // "Customers with two orders" are customers before they are the customer ids of orders.
                .costing(1);
    }

    /** "the country with the most singers", "city that has the least number of stores", with columns of rows: "id of the ...". */
    private Parser<Report> most() {
        Parser<Boolean> plain = grammar.terminals.word(Keyword.MOST, Keyword.FEWEST).map(word -> word == Keyword.MOST);
        Parser<Boolean> numbered = grammar.terminals.word(Keyword.HIGHEST, Keyword.LOWEST)
                .map(word -> word == Keyword.HIGHEST).before(grammar.terminals.word(Keyword.NUMBER_OF));
        Parser<Boolean> end = Parser.any(plain.before(grammar.terminals.words(Keyword.NUMBER_OF)), numbered);
        Parser<Boolean> verb = grammar.terminals.words(Keyword.THAT, Keyword.HAVE, Keyword.WITH, Keyword.DO,
                Keyword.RELATES, Keyword.BE).where(seen -> seen);
        Parser<Boolean> of = grammar.terminals.word(Keyword.OF, Keyword.FOR, Keyword.FROM).map(word -> true);
        return grammar.items.list().where(GroupReports::plain).before(of).then(cells -> grammar.entities.phrase()
                .where(rows -> rows.conditions().stream().noneMatch(Condition.Related.class::isInstance))
                .before(verb).then(rows -> end.then(highest -> grammar.entities.phrase()
                        .then(counted -> tallies.report(new Tally(counted, List.of()),
                                new Group(Optional.of(rows), Optional.empty()), cells))
                        .map(report -> report.ranked(new Order(new RowCount(), highest), new Rank(1, highest))))));
    }

    /** "the most common type of pets", "most popular country among the singers". */
    private Parser<Report> common() {
        Parser<Boolean> end = grammar.terminals.word(Keyword.COMMON, Keyword.LEAST_COMMON)
                .map(word -> word == Keyword.COMMON);
        Parser<Boolean> of = grammar.terminals.word(Keyword.OF, Keyword.FOR, Keyword.FROM, Keyword.AMONG_ALL)
                .next(grammar.terminals.words(Keyword.ALL));
        return end.then(highest -> grammar.items.list().where(GroupReports::plain).where(cells -> cells.size() == 1)
                .then(cells -> Parser.any(
                        of.next(grammar.entities.phrase())
                                .then(rows -> tallies.byCells(new Tally(rows, List.of()), cells)),
                        ofOwnTable(cells)))
                .map(report -> report.ranked(new Order(new RowCount(), highest), new Rank(1, highest))));
    }

    private Parser<Report> ofOwnTable(List<ItemNoun> cells) {
        List<Attribute> whole = cells.getFirst().column().whole();
        List<Table> tables = cells.getFirst().table().map(List::of)
                .orElseGet(() -> whole.stream().map(Attribute::table).toList());
        return tables.size() == 1
                ? tallies.byCells(new Tally(Selection.all(tables.getFirst()), List.of()), cells)
                : Parser.none();
    }

    private Parser<Tally> tally() {
        Parser<Boolean> counting = Parser.any(grammar.terminals.word(Keyword.NUMBER_OF, Keyword.HOW_MANY),
                grammar.terminals.word(Keyword.TOTAL).before(grammar.terminals.word(Keyword.NUMBER_OF)))
                .map(word -> true);
        Parser<Tally> counted = counting.next(grammar.entities.phrase())
                .map(rows -> new Tally(rows, List.of(new RowCount())));
        Parser<Tally> folded = grammar.items.list()
                .where(nouns -> nouns.stream().allMatch(noun -> noun.how().isPresent()))
                .then(nouns -> grammar.terminals.word(Keyword.OF, Keyword.FOR)
                        .next(grammar.terminals.words(Keyword.ALL))
                        .next(grammar.entities.phrase())
                        .keep(rows -> grammar.items.of(rows.table(), nouns).map(items -> new Tally(rows, items))));
        Parser<Boolean> trailing = Parser.any(Parser.empty(true),
                grammar.terminals.words(Keyword.BE, Keyword.DO, Keyword.THAT, Keyword.HAVE)
                        .next(grammar.terminals.words(Keyword.THERE, Keyword.THEY)).where(seen -> seen)
                        .before(grammar.terminals.words(Keyword.HAVE, Keyword.RELATES)));
        return Parser.any(counted, folded).before(trailing);
    }

    private Parser<Group> group() {
        Parser<Group> rows = grammar.entities.phrase().map(of -> new Group(Optional.of(of), Optional.empty()));
        Parser<Group> column = grammar.items.cell().map(noun -> new Group(Optional.empty(), Optional.of(noun)))
                .costing(1);
        return Parser.any(rows, column);
    }

    private static boolean plain(List<ItemNoun> cells) {
        return cells.stream().allMatch(cell -> cell.how().isEmpty());
    }

    private Parser<Boolean> and() {
        return Parser.any(grammar.terminals.joint(Keyword.AND), grammar.terminals.withNumber())
                .before(grammar.terminals.words(Keyword.AND));
    }

    private Parser<Boolean> each() {
        Parser<Boolean> spelled = grammar.terminals
                .words(Keyword.FOR, Keyword.IN, Keyword.OF, Keyword.BY, Keyword.ON, Keyword.AT, Keyword.FROM,
                        Keyword.PER)
                .next(grammar.terminals.word(Keyword.EACH)).map(word -> true);
        return Parser.any(spelled, grammar.terminals.word(Keyword.PER).map(word -> true));
    }
}
