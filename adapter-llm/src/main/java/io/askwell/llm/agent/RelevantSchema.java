package io.askwell.llm.agent;

import io.askwell.domain.agent.Schema;
import io.askwell.domain.agent.Schema.Column;
import io.askwell.domain.agent.Schema.ForeignKey;
import io.askwell.domain.agent.Schema.Table;
import io.askwell.domain.agent.Schema.TableName;
import io.askwell.domain.agent.ValueMatch;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The part of a schema that a question needs: tables that its words name, what joins them, their neighbours, and the tables
 * that most others point at, within a bound. A schema within the bound stays whole, so that it is the same for every question and a server may keep it.
 *
 * @param shown tables in the order of the schema
 * @param others names of the tables that are left out
 */
record RelevantSchema(Schema shown, List<TableName> others) {
    /** Characters of the schema's text; a token is three to four of them. */
    static final int MAX_TEXT = 5_600;
    private static final int MOST_NAMED = 8;
    private static final int MOST_HUBS = 5;
    private static final int MOST_COLUMNS = 40;
    private static final int LONGEST_JOIN = 4;

    static RelevantSchema of(Schema schema, String question, Collection<ValueMatch> values) {
        if (SchemaText.of(schema).length() <= MAX_TEXT) {
            return new RelevantSchema(schema, List.of());
        }
        return new Choice(schema).of(ranked(schema, question, values));
    }

    /** The tables that the question names, the most fitting first; without one, those that most others point at. */
    private static List<Table> ranked(Schema schema, String question, Collection<ValueMatch> values) {
        Map<Table, Double> scores = new Relevance(schema, values).scores(Words.of(question));
        double best = scores.values().stream().mapToDouble(Double::doubleValue).max().orElse(0);
        if (best == 0) {
            return hubs(schema).limit(MOST_NAMED).toList();
        }
        return schema.tables().stream().filter(table -> scores.getOrDefault(table, 0.0) >= best / 5)
                .sorted(Comparator.comparingDouble(table -> -scores.getOrDefault(table, 0.0))).limit(MOST_NAMED)
                .toList();
    }

    /** Tables by how many point at them: what a database is about. */
    private static Stream<Table> hubs(Schema schema) {
        return schema.tables().stream().sorted(Comparator.comparingLong(table -> -schema.foreignKeys().stream()
                .filter(key -> key.to().equals(table.name())).count()));
    }

    /** Tables are taken in while there is room. */
    private static final class Choice {
        private final Schema schema;
        private final Map<TableName, Set<TableName>> neighbours = new HashMap<>();
        private final Set<TableName> taken = new LinkedHashSet<>();
        private int room = MAX_TEXT;

        Choice(Schema schema) {
            this.schema = schema;
            for (ForeignKey key : schema.foreignKeys()) {
                neighbours.computeIfAbsent(key.from(), any -> new LinkedHashSet<>()).add(key.to());
                neighbours.computeIfAbsent(key.to(), any -> new LinkedHashSet<>()).add(key.from());
            }
        }

        RelevantSchema of(List<Table> named) {
            named.stream().map(Table::name).forEach(this::take);
            List<TableName> ends = List.copyOf(taken);
            for (TableName end : ends) {
                ends.stream().filter(other -> !other.equals(end)).forEach(other -> join(end, other));
            }
            ends.forEach(end -> near(end).forEach(this::take));
            List.copyOf(taken).forEach(this::takeParents);
            hubs(schema).limit(MOST_HUBS).map(Table::name).forEach(this::take);
            return new RelevantSchema(
                    new Schema(schema.tables().stream().filter(table -> taken.contains(table.name()))
                            .map(Choice::narrowed).toList(),
                            schema.foreignKeys().stream()
                                    .filter(key -> taken.contains(key.from()) && taken.contains(key.to())).toList()),
                    schema.tables().stream().map(Table::name).filter(name -> !taken.contains(name)).toList());
        }

        /** What a row belongs to: the line of an order says little without the order. */
        private void takeParents(TableName name) {
            schema.foreignKeys().stream().filter(key -> key.from().equals(name)).map(ForeignKey::to)
                    .forEach(this::take);
        }

        private void take(TableName name) {
            if (!taken.contains(name)) {
                schema.table(name).map(Choice::narrowed).ifPresent(table -> {
                    int length = SchemaText.of(new Schema(List.of(table), keys(name))).length() + 1;
                    if (length <= room) {
                        room -= length;
                        taken.add(name);
                    }
                });
            }
        }

        /** The keys that come along with a table. */
        private List<ForeignKey> keys(TableName name) {
            return schema.foreignKeys().stream().filter(key -> key.from().equals(name)
                    ? taken.contains(key.to()) || key.to().equals(name)
                    : key.to().equals(name) && taken.contains(key.from())).toList();
        }

        /** Takes in what lies on the shortest way between two tables. */
        private void join(TableName from, TableName to) {
            Map<TableName, @Nullable TableName> cameFrom = new HashMap<>();
            Map<TableName, Integer> distance = new HashMap<>(Map.of(from, 0));
            var queue = new ArrayDeque<>(List.of(from));
            while (!queue.isEmpty() && !distance.containsKey(to)) {
                TableName here = queue.remove();
                int steps = Objects.requireNonNull(distance.get(here)) + 1;
                near(here).stream().filter(next -> steps <= LONGEST_JOIN && !distance.containsKey(next))
                        .forEach(next -> {
                            distance.put(next, steps);
                            cameFrom.put(next, here);
                            queue.add(next);
                        });
            }
            for (TableName step = cameFrom.get(to); step != null; step = cameFrom.get(step)) {
                take(step);
            }
        }

        private Set<TableName> near(TableName name) {
            return neighbours.getOrDefault(name, Set.of());
        }

        /** A very wide table shows its keys and its first columns. */
        private static Table narrowed(Table table) {
            var columns = new ArrayList<Column>(table.columns().stream().limit(MOST_COLUMNS).toList());
            Stream<Column> keys = table.columns().stream().skip(MOST_COLUMNS)
                    .filter(column -> table.primaryKey().contains(column.name()) || column.name().endsWith("_id"));
            keys.forEach(columns::add);
            return new Table(table.name(), table.comment(), columns, table.primaryKey());
        }
    }
}
