package io.askwell.persistence.agent;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What names mean at one place of a statement: the FROM of its own SELECT, and those of the SELECTs around it. */
final class Scope {

    /** What a WITH has defined so far. */
    record CommonTable(String name, List<String> columns, @Nullable CommonTable before) {}

    /** A relation found by a name, and how many SELECTs further out it stands. */
    record Found(Relation relation, int depth) {}

    /** What {@code *} stands for in one item of a FROM list, in order; a null name for all of a relation. */
    record StarColumn(@Nullable Relation relation, @Nullable String name) {}

    private final @Nullable Scope outer;
    private final List<Relation> relations = new ArrayList<>();
    private final List<List<StarColumn>> items = new ArrayList<>();
    /** Columns that a USING has made one of two. */
    private final Set<String> merged = new HashSet<>();
    private @Nullable CommonTable commonTables;

    Scope(@Nullable Scope outer, @Nullable CommonTable commonTables) {
        this.outer = outer;
        this.commonTables = commonTables;
    }

    /** For a subquery that sees what stands here. */
    Scope nested() {
        return new Scope(this, commonTables);
    }

    /** For a subquery in this FROM that does not see its neighbours. */
    Scope beside() {
        return new Scope(outer, commonTables);
    }

    void define(String name, List<String> columns) {
        commonTables = new CommonTable(name, columns, commonTables);
    }

    @Nullable
    CommonTable commonTable(String name) {
        CommonTable at = commonTables;
        while (at != null && !at.name().equals(name)) {
            at = at.before();
        }
        return at;
    }

    List<Relation> relations() {
        return relations;
    }

    List<StarColumn> star() {
        return items.stream().flatMap(List::stream).toList();
    }

    /** The next item of the FROM list. */
    void startItem() {
        items.add(new ArrayList<>());
    }

    void add(Relation relation) {
        relations.add(relation);
        if (relation.kind() == Relation.Kind.FUNCTION) {
            items.getLast().add(new StarColumn(relation, null));
        } else {
            relation.columns().forEach(column -> items.getLast().add(new StarColumn(relation, column)));
        }
    }

    /** {@code USING (columns)} between what the item holds and the relations added since. */
    void merge(List<String> columns) {
        merged.addAll(columns);
        List<StarColumn> item = items.getLast();
        item.removeIf(column -> column.name() != null && columns.contains(column.name()));
        item.addAll(0, columns.stream().map(column -> new StarColumn(null, column)).toList());
    }

    boolean hasStored() {
        return relations.stream().anyMatch(relation -> relation.kind() == Relation.Kind.STORED);
    }

    boolean isMerged(String column) {
        return merged.contains(column);
    }

    /**
     * The nearest relation with that column.
     *
     * @throws SqlViolation if two that are equally near have it
     */
    @Nullable
    Found column(String name) {
        int depth = 0;
        for (Scope at = this; at != null; at = at.outer, depth++) {
            List<Relation> having = at.relations.stream().filter(relation -> relation.has(name)).toList();
            if (having.size() > 1 && !at.merged.contains(name)) {
                throw new SqlViolation(Rule.AMBIGUITY, "column %s is ambiguous: it could be that of %s".formatted(name,
                        having.stream().map(Relation::written).toList()),
                        having.stream().map(relation -> relation.written() + "." + name).toList());
            }
            if (!having.isEmpty()) {
                return new Found(having.getFirst(), depth);
            }
        }
        return null;
    }

    /** The nearest relation that goes by that name. */
    @Nullable
    Found relation(String qualifier) {
        int depth = 0;
        for (Scope at = this; at != null; at = at.outer, depth++) {
            for (Relation relation : at.relations) {
                if (relation.goesBy(qualifier)) {
                    return new Found(relation, depth);
                }
            }
        }
        return null;
    }

    /** Whether a table of the database stands nearer than so many SELECTs out. */
    boolean hasStoredWithin(int depth) {
        Scope at = this;
        for (int i = 0; i < depth && at != null; i++, at = at.outer) {
            if (at.hasStored()) {
                return true;
            }
        }
        return false;
    }

    /** All that can be seen from here, the nearest first. */
    List<Relation> visible() {
        var visible = new ArrayList<Relation>();
        for (Scope at = this; at != null; at = at.outer) {
            visible.addAll(at.relations);
        }
        return visible;
    }
}
