package io.askwell.interpreter.wording;

import io.askwell.domain.agent.Rows;
import io.askwell.interpreter.logic.Attribute;
import io.askwell.interpreter.logic.Inquiry.Extreme;
import io.askwell.interpreter.logic.Inquiry.Item;
import io.askwell.interpreter.logic.Inquiry.Report;
import io.askwell.interpreter.logic.SchemaGraph;
import io.askwell.interpreter.logic.Selection;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Words rows that were listed. */
final class ListAnswers {
    private final SchemaGraph graph;
    private final Descriptions descriptions;

    ListAnswers(SchemaGraph graph, Descriptions descriptions) {
        this.graph = graph;
        this.descriptions = descriptions;
    }

    String listing(Selection of, List<Attribute> columns, Rows rows) {
        if (rows.isEmpty()) {
            return "There are no " + descriptions.plural(of) + ".";
        }
        int name = graph.nameOf(of.table()).map(attribute -> rows.columns().indexOf(attribute.column().name()))
                .orElse(-1);
        if (columns.isEmpty()) {
            return Nouns.counted(of.table(), rows.size())
                    + (graph.namesOf(of.table()).isEmpty() ? details(rows) : ": " + names(rows) + ".");
        }
        if (graph.isOneByName(of) && rows.size() == 1 && !asksForName(of, columns)) {
            return possession(descriptions.name(of).orElseThrow(), columns, rows);
        }
        if (rows.columns().size() == 1) {
            return (rows.size() == 1
                    ? "1 " + Nouns.of(columns.getFirst())
                    : rows.size() + " " + Nouns.plural(columns.getFirst())) + ": " + column(rows, 0) + ".";
        }
        return table(of, name, rows);
    }

    private boolean asksForName(Selection of, List<Attribute> columns) {
        return columns.stream().anyMatch(column -> of.of(column.table()) && graph.isName(column));
    }

    String report(Report report, Rows rows) {
        if (rows.isEmpty() && !report.having().isEmpty()) {
            return "There are none.";
        }
        if (rows.isEmpty()) {
            return "There are no " + descriptions.plural(report.of()) + ".";
        }
        if (report.items().size() == 1 && report.items().getFirst() instanceof Item.Cell(var attribute)) {
            return (rows.size() == 1
                    ? "1 " + Nouns.of(attribute)
                    : rows.size() + " " + Nouns.plural(attribute)) + ": " + column(rows, 0) + ".";
        }
        boolean byName = report.items().getFirst() instanceof Item.Cell(var first) && descriptions.isName(first)
                && report.items().stream().allMatch(Item.Cell.class::isInstance);
        if (byName) {
            return table(report.of(), 0, rows);
        }
        return rows.size() == 1
                ? Answers.capital(Cells.labelled(rows, 0)) + "."
                : Cells.all(rows, "\n", row -> Cells.labelled(rows, row));
    }

    String extreme(Extreme extreme, Rows rows) {
        if (rows.isEmpty()) {
            return extreme.rank().alone()
                    ? "There is no " + descriptions.extreme(extreme, true) + "."
                    : "There are no " + descriptions.plural(extreme.of()) + ".";
        }
        String which = "The " + descriptions.extreme(extreme, rows.size() == 1);
        return which + (rows.size() == 1 ? ": " + Cells.labelled(rows, 0) + "." : details(rows));
    }

    /** "Bob Builder's email is bob@example.com." */
    private static String possession(String name, List<Attribute> columns, Rows rows) {
        List<String> facts = columns.stream()
                .map(column -> Optional.ofNullable(rows.values().getFirst().get(columns.indexOf(column)))
                        .map(value -> Nouns.of(column) + " is " + Cells.text(value))
                        .orElse(Nouns.of(column) + " is not known"))
                .toList();
        return "%s's %s.".formatted(name, String.join(" and ", facts));
    }

    private static String table(Selection of, int name, Rows rows) {
        return name == 0
                ? Cells.all(rows, "\n", row -> Cells.text(rows.values().get(row).getFirst()) + ": " + String.join(", ",
                        rows.values().get(row).stream().skip(1).map(Cells::text).toList()))
                : Nouns.counted(of.table(), rows.size()) + details(rows);
    }

    private static String names(Rows rows) {
        return Cells.all(rows, ", ", row -> rows.values().get(row).stream().map(Cells::text)
                .collect(Collectors.joining(" ")));
    }

    private static String details(Rows rows) {
        return ":\n" + Cells.all(rows, "\n", row -> Cells.labelled(rows, row));
    }

    private static String column(Rows rows, int column) {
        return Cells.all(rows, ", ", row -> Cells.text(rows.values().get(row).get(column)));
    }
}
