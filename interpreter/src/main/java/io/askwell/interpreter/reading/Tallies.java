package io.askwell.interpreter.reading;

import io.askwell.domain.agent.Schema.Table;
import io.askwell.interpreter.logic.Attribute;
import io.askwell.interpreter.logic.Inquiry;
import io.askwell.interpreter.logic.Inquiry.Item;
import io.askwell.interpreter.logic.Inquiry.Item.Cell;
import io.askwell.interpreter.logic.Inquiry.Report;
import io.askwell.interpreter.logic.SchemaGraph.Step;
import io.askwell.interpreter.logic.Selection;
import io.askwell.interpreter.reading.Items.ItemNoun;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Makes reports of groups: figures over rows, and what makes groups of them. */
final class Tallies {
    private final Grammar grammar;

    /**
     * Figures over rows.
     *
     * @param items at least one
     */
    record Tally(Selection rows, List<Item> items) {
        Tally over(Selection narrowed) {
            return new Tally(narrowed, items);
        }
    }

    /** What makes groups: rows of another table, or a column. */
    record Group(Optional<Selection> rows, Optional<ItemNoun> column) {}

    Tallies(Grammar grammar) {
        this.grammar = grammar;
    }

    Parser<Report> report(Tally tally, Group group, List<ItemNoun> cells) {
        return group.rows().map(rows -> byRows(tally, rows, cells))
                .orElseGet(() -> group.column().map(noun -> byColumn(tally, noun, cells)).orElse(Parser.none()));
    }

    private Parser<Report> byColumn(Tally tally, ItemNoun noun, List<ItemNoun> cells) {
        Optional<Attribute> by = noun.attribute(tally.rows().table(), grammar.links.graph())
                .filter(attribute -> single(tally.rows().table(), attribute.table()));
        boolean same = cells.stream().allMatch(
                cell -> cell.attribute(tally.rows().table(), grammar.links.graph()).equals(by));
        return by.filter(attribute -> same).map(attribute -> Parser.empty(grouped(tally, List.of(attribute),
                List.of(new Cell(attribute))))).orElse(Parser.none());
    }

    /** The rows of the group's table are told by the cells, or by what names them. */
    private Parser<Report> byRows(Tally tally, Selection group, List<ItemNoun> cells) {
        Table table = group.table();
        if (tally.rows().of(table) || !grammar.links.linked(tally.rows().table(), table)
                || (cells.isEmpty() && grammar.links.graph().isCoded(table))) {
            return Parser.none();
        }
        List<Attribute> shown = new ArrayList<>();
        for (ItemNoun cell : cells) {
            Optional<Attribute> attribute = cell.attribute(table, grammar.links.graph())
                    .filter(found -> found.table().name().equals(table.name()));
            if (attribute.isEmpty() || shown.contains(attribute.get())) {
                return Parser.none();
            }
            shown.add(attribute.get());
        }
        if (cells.isEmpty()) {
            grammar.links.graph().nameOf(table).or(() -> grammar.links.graph().keyOf(table)).ifPresent(shown::add);
        }
        if (shown.isEmpty()) {
            return Parser.none();
        }
        List<Attribute> groups = new ArrayList<>(grammar.links.graph().keysOf(table));
        shown.stream().filter(attribute -> !groups.contains(attribute)).forEach(groups::add);
        List<Item> items = shown.stream().<Item>map(Cell::new).toList();
        return group.conditions().isEmpty()
                ? Parser.empty(grouped(tally, groups, items))
                : grammar.links.related(tally.rows(), group, true)
                        .map(rows -> grouped(tally.over(rows), groups, items));
    }

    Parser<Report> byCells(Tally tally, List<ItemNoun> cells) {
        List<Attribute> groups = new ArrayList<>();
        for (ItemNoun cell : cells) {
            Optional<Attribute> attribute = cell.attribute(tally.rows().table(), grammar.links.graph())
                    .filter(found -> single(tally.rows().table(), found.table()));
            if (cell.how().isPresent() || attribute.isEmpty() || groups.contains(attribute.get())) {
                return Parser.none();
            }
            groups.add(attribute.get());
        }
        // "The customer's name and id": whose id it is, is not clear.
        boolean oneTable = groups.stream().map(attribute -> attribute.table().name()).distinct().count() <= 1;
        if (!oneTable && cells.stream().anyMatch(cell -> cell.table().isEmpty() && cell.column().generic())) {
            return Parser.none();
        }
        return Parser.empty(grouped(tally, groups, groups.stream().<Item>map(Cell::new).toList()));
    }

    /** Whether each row has one row of the other table. */
    private boolean single(Table rows, Table other) {
        return rows.name().equals(other.name()) || grammar.links.graph().path(rows, other)
                .filter(path -> path.stream().noneMatch(Step::toMany)).isPresent();
    }

    private static Report grouped(Tally tally, List<Attribute> groups, List<Item> cells) {
        List<Item> items = new ArrayList<>(cells);
        items.addAll(tally.items());
        return new Report(tally.rows(), items, groups, List.of(), List.of(), Optional.empty(), false);
    }
}
