package io.askwell.interpreter.reading;

import io.askwell.domain.agent.Schema.Table;
import io.askwell.interpreter.lexicon.Keyword;
import io.askwell.interpreter.logic.Attribute;
import io.askwell.interpreter.logic.Inquiry.Item;
import io.askwell.interpreter.logic.Inquiry.Item.Cell;
import io.askwell.interpreter.logic.Inquiry.Item.RowCount;
import io.askwell.interpreter.logic.Inquiry.Order;
import io.askwell.interpreter.logic.Inquiry.Report;
import io.askwell.interpreter.logic.SchemaGraph.Step;
import io.askwell.interpreter.logic.Selection;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The order in which a report is told: "sorted by name and age", "in descending order of the number of songs". */
final class Orders {
    private final Grammar grammar;

    Orders(Grammar grammar) {
        this.grammar = grammar;
    }

    /** The report as it is, or in the order that is asked for behind it. */
    Parser<Report> on(Report report) {
        Parser<Boolean> by = grammar.terminals.words(Keyword.BY, Keyword.OF, Keyword.ON, Keyword.FROM);
        Parser<Boolean> opening = grammar.terminals.joint(Keyword.AND).optional()
                .next(grammar.terminals.words(Keyword.THAT, Keyword.BE))
                .next(grammar.terminals.words(Keyword.SORTED, Keyword.BY));
        Parser<Boolean> before = opening.next(direction()).before(by);
        Parser<Boolean> after = Parser.any(before.map(Optional::of),
                grammar.terminals.words(Keyword.THAT, Keyword.BE).next(grammar.terminals.word(Keyword.SORTED))
                        .next(by).map(word -> Optional.<Boolean>empty()))
                .map(found -> found.orElse(false));
        Parser<Boolean> and = grammar.terminals.joint(Keyword.AND)
                .before(grammar.terminals.words(Keyword.AND, Keyword.BY));
        Parser<Report> byKeys = after.then(down -> key(report, down)
                .then(first -> grammar.effort.chain(first, so -> and.next(key(so, down)))));
        Parser<Report> byFirst = opening.next(direction())
                .then(down -> unnamed(report).map(item -> Parser.empty(order(report, item, down)))
                        .orElse(Parser.none()));
        return Parser.any(Parser.empty(report), byKeys, byFirst);
    }

    /** What is sorted where that is not said: by what is told first, or, "from the largest to the smallest", by the number. */
    private Optional<Item> unnamed(Report report) {
        List<Item> numbers = report.items().stream()
                .filter(item -> !(item instanceof Cell(var attribute)) || attribute.numeric()).toList();
        return grammar.terminals.ordersBySize()
                ? Optional.of(numbers).filter(found -> found.size() == 1).map(List::getFirst)
                : Optional.of(report.items().getFirst()).filter(Cell.class::isInstance);
    }

    private Parser<Boolean> direction() {
        return grammar.terminals.word(Keyword.DESCENDING, Keyword.ASCENDING).map(word -> word == Keyword.DESCENDING);
    }

    /** One thing by which it is sorted, behind others maybe. */
    private Parser<Report> key(Report report, boolean down) {
        // "the number of officers", where that is stored
        Parser<Attribute> number = grammar.terminals.word(Keyword.NUMBER_OF)
                .next(grammar.items.columnOf(report.of().table()))
                .where(attribute -> attribute.numeric() && report.of().of(attribute.table())
                        && !grammar.links.graph().isKey(attribute));
        Parser<Report> column = Parser
                .any(grammar.items.columnOf(report.of().table()), columnOfOther(report), number)
                .then(attribute -> directed(report, new Cell(attribute), down));
        return report.order().isEmpty() ? Parser.any(column, count(report, down), figure(report, down)) : column;
    }

    private Parser<Report> directed(Report report, Item by, boolean down) {
        return direction().optional().map(said -> order(report, by, said.orElse(down)));
    }

    /** "the ranking of the market", where a row has one market. */
    private Parser<Attribute> columnOfOther(Report report) {
        Parser<Boolean> of = grammar.terminals.word(Keyword.OF).next(grammar.terminals.words(Keyword.THAT));
        return grammar.items.cell().before(of).then(noun -> grammar.terminals.table()
                .keep(table -> noun.of(table).attribute(report.of().table(), grammar.links.graph()))
                .where(attribute -> isToldOf(report, attribute)));
    }

    /** Whether each line of the report has but one such value. */
    private boolean isToldOf(Report report, Attribute attribute) {
        boolean joined = report.items().stream().anyMatch(
                item -> item instanceof Cell(var told) && told.table().name().equals(attribute.table().name()));
        return joined || report.of().of(attribute.table())
                || grammar.links.graph().path(report.of().table(), attribute.table())
                        .filter(path -> path.stream().noneMatch(Step::toMany)).isPresent();
    }

    /** "the number of songs": of rows in each group, or of what belongs to each row. */
    private Parser<Report> count(Report report, boolean down) {
        Parser<Selection> counted = grammar.terminals.word(Keyword.NUMBER_OF)
                .next(Parser.any(Parser.empty(report.of()), grammar.entities.phrase().before(grammar.ties.rest())));
        return counted.then(rows -> {
            Optional<Report> groups = rows.of(report.of().table())
                    ? Optional.of(report).filter(so -> !so.groups().isEmpty()).or(() -> byItsOnlyCell(report))
                    : byRows(report, rows.table());
            return groups.map(so -> directed(so, new RowCount(), down)).orElse(Parser.none());
        });
    }

    /** "the average price": of each group, or of what belongs to each row. */
    private Parser<Report> figure(Report report, boolean down) {
        return grammar.items.list().where(nouns -> nouns.size() == 1 && nouns.getFirst().how().isPresent())
                .then(nouns -> grammar.items.of(report.of().table(), nouns).filter(items -> !report.groups().isEmpty())
                        .map(items -> directed(report, items.getFirst(), down)).orElse(Parser.none()));
    }

    /** The values of a column that says nothing of single rows, each told once. */
    private Optional<Report> byItsOnlyCell(Report report) {
        return report.items().size() == 1 && report.items().getFirst() instanceof Cell(var attribute)
                && report.of().of(attribute.table()) && !grammar.links.graph().isName(attribute)
                && !grammar.links.graph().isKey(attribute)
                        ? Optional.of(new Report(report.of(), report.items(), List.of(attribute), List.of(), List.of(),
                                Optional.empty(), false))
                        : Optional.empty();
    }

    /** Rows told by their own columns, each with all the rows of another table that belong to it. */
    private Optional<Report> byRows(Report report, Table counted) {
        boolean plain = report.groups().isEmpty() && report.of().conditions().isEmpty() && report.items().stream()
                .allMatch(item -> item instanceof Cell(var told) && report.of().of(told.table()));
        boolean several = grammar.links.graph().belonging(report.of().table(), counted)
                .filter(path -> path.stream().anyMatch(Step::toMany)).isPresent();
        if (!plain || !several) {
            return Optional.empty();
        }
        List<Attribute> groups = new ArrayList<>(grammar.links.graph().keysOf(report.of().table()));
        report.items().forEach(item -> {
            if (item instanceof Cell(var told) && !groups.contains(told)) {
                groups.add(told);
            }
        });
        return Optional.of(new Report(Selection.all(counted), report.items(), groups, List.of(), List.of(),
                Optional.empty(), false));
    }

    private static Report order(Report report, Item by, boolean descending) {
        List<Order> orders = new ArrayList<>(report.order());
        orders.add(new Order(by, descending));
        return report.sorted(orders);
    }
}
