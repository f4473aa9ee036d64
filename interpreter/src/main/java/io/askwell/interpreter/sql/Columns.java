package io.askwell.interpreter.sql;

import io.askwell.domain.agent.Schema.Table;
import io.askwell.interpreter.logic.Attribute;
import io.askwell.interpreter.logic.SchemaGraph;
import io.askwell.interpreter.logic.SchemaGraph.Step;
import io.askwell.interpreter.logic.Selection;
import java.util.ArrayList;
import java.util.List;

/** Which columns show rows to people. */
public final class Columns {
    private final SchemaGraph graph;

    public Columns(SchemaGraph graph) {
        this.graph = graph;
    }

    /**
     * A column of the result.
     *
     * @param label what it is called there
     */
    public record Shown(Attribute attribute, String label) {}

    /** Those that were asked for, behind what names the row if the question does not; or all that tell something of it. */
    public List<Shown> of(Selection rows, List<Attribute> asked) {
        return asked.isEmpty() ? readable(rows.table()) : named(rows, asked);
    }

    private List<Shown> named(Selection rows, List<Attribute> asked) {
        List<Shown> shown = new ArrayList<>();
        boolean ownOrLinked = !graph.isOneByName(rows)
                && asked.stream().noneMatch(attribute -> nameOf(rows.table()).contains(attribute));
        if (ownOrLinked) {
            nameOf(rows.table()).forEach(name -> shown.add(new Shown(name, name.column().name())));
        }
        asked.forEach(attribute -> add(shown, attribute));
        return shown;
    }

    /**
     * What names a row; where nothing does, every column but the keys of other tables, whose rows are named instead where
     * they have a name and one way leads to them.
     */
    private List<Shown> readable(Table table) {
        if (!graph.namesOf(table).isEmpty()) {
            return graph.namesOf(table).stream().map(name -> new Shown(name, name.column().name())).toList();
        }
        List<Shown> shown = new ArrayList<>();
        for (Attribute attribute : graph.attributesOf(table)) {
            if (!graph.isForeignKey(attribute)) {
                add(shown, attribute);
            }
        }
        graph.pointsTo(table).stream().map(Step::to).filter(to -> graph.path(table, to).isPresent())
                .forEach(to -> nameOf(to).forEach(name -> shown.add(new Shown(name, to.name().name()))));
        return shown;
    }

    private List<Attribute> nameOf(Table table) {
        return graph.nameOf(table).stream().toList();
    }

    private static void add(List<Shown> shown, Attribute attribute) {
        boolean taken = shown.stream().anyMatch(one -> one.label().equals(attribute.column().name()));
        shown.add(new Shown(attribute,
                taken ? attribute.table().name().name() + "_" + attribute.column().name() : attribute.column().name()));
    }
}
