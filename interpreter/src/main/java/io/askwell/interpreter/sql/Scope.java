package io.askwell.interpreter.sql;

import io.askwell.domain.agent.Schema.Table;
import io.askwell.interpreter.logic.Attribute;
import io.askwell.interpreter.logic.SchemaGraph;
import io.askwell.interpreter.logic.SchemaGraph.Step;
import io.askwell.interpreter.logic.Selection;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The FROM clause of one SELECT: its first table and the tables joined to it, each path once. */
final class Scope {
    private final SchemaGraph graph;
    private final Aliases aliases;
    private final Select select = new Select();
    private final String alias;
    private final Table table;
    private final Map<Reach, String> joined = new LinkedHashMap<>();

    /** A row that is reached from another one by one foreign key. */
    private record Reach(String from, Step step) {}

    Scope(SchemaGraph graph, Aliases aliases, Table table) {
        this.graph = graph;
        this.aliases = aliases;
        this.table = table;
        this.alias = aliases.of(table);
        select.from(Identifiers.table(table.name()), alias);
    }

    Select select() {
        return select;
    }

    String alias() {
        return alias;
    }

    Table table() {
        return table;
    }

    SchemaGraph graph() {
        return graph;
    }

    Aliases aliases() {
        return aliases;
    }

    /** Joins along a path; a join that is there already is used again. */
    String join(String kind, String from, List<Step> path) {
        String at = from;
        for (Step step : path) {
            String here = at;
            at = joined.computeIfAbsent(new Reach(here, step), reach -> {
                String next = aliases.of(step.to());
                select.join(kind, Identifiers.table(step.to().name()), next, link(here, step, next));
                return next;
            });
        }
        return at;
    }

    /** Adds the conditions of a selection of this scope's first table. */
    Scope where(Selection selection) {
        new Conditions(this).of(selection, alias, true).forEach(select::where);
        return this;
    }

    /** The alias under which a table's columns can be read, joined to the left where it is another table. */
    String reach(Table other) {
        return other.name().equals(table.name())
                ? alias
                : join("LEFT JOIN", alias, graph.path(table, other).orElseThrow());
    }

    /** As {@link #column(Attribute)}, of rows that have such a row of the other table. */
    String inner(Attribute attribute) {
        String at = attribute.table().name().equals(table.name())
                ? alias
                : join("JOIN", alias, graph.path(table, attribute.table()).orElseThrow());
        return column(at, attribute);
    }

    String column(Attribute attribute) {
        return column(reach(attribute.table()), attribute);
    }

    static String column(String alias, Attribute attribute) {
        return alias + "." + Identifiers.name(attribute.column().name());
    }

    /** The condition that ties two rows by a foreign key. */
    static String link(String from, Step step, String to) {
        List<String> pairs = new ArrayList<>();
        for (int i = 0; i < step.key().fromColumns().size(); i++) {
            String pointing = Identifiers.name(step.key().fromColumns().get(i));
            String pointed = Identifiers.name(step.key().toColumns().get(i));
            pairs.add(step.forward()
                    ? to + "." + pointed + " = " + from + "." + pointing
                    : to + "." + pointing + " = " + from + "." + pointed);
        }
        return String.join(" AND ", pairs);
    }
}
