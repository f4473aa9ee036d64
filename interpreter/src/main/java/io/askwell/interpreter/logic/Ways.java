package io.askwell.interpreter.logic;

import io.askwell.domain.agent.Schema;
import io.askwell.domain.agent.Schema.ForeignKey;
import io.askwell.domain.agent.Schema.Table;
import io.askwell.domain.agent.Schema.TableName;
import io.askwell.interpreter.lexicon.Inflection;
import io.askwell.interpreter.logic.SchemaGraph.Step;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;
import java.util.stream.IntStream;

/** The ways from table to table by foreign keys, and which of them a person means. Each is looked for once. */
final class Ways {
    /** A path longer than this no longer says what a person meant. */
    private static final int LONGEST_PATH = 3;
    private final Schema schema;
    private final Set<ForeignKey> implied;
    private final Set<String> preferred;
    private final Map<Ends, Optional<List<Step>>> paths = new ConcurrentHashMap<>();
    private final Map<Ends, Optional<List<Step>>> belongings = new ConcurrentHashMap<>();

    private record Ends(TableName from, TableName to) {}

    /**
     * @param implied keys of the schema that it does not declare
     * @param preferred names of tables and keys that ways lead through where they can
     */
    Ways(Schema schema, Set<ForeignKey> implied, Set<String> preferred) {
        this.schema = schema;
        this.implied = Set.copyOf(implied);
        this.preferred = Set.copyOf(preferred);
    }

    boolean prefer(Set<String> names) {
        return names.equals(preferred);
    }

    Optional<List<Step>> between(Table from, Table to) {
        return belonging(from, to).or(() -> paths.computeIfAbsent(new Ends(from.name(), to.name()),
                ends -> shortest(from, to, Ways::wanders)));
    }

    Optional<List<Step>> belonging(Table from, Table to) {
        return belongings.computeIfAbsent(new Ends(from.name(), to.name()),
                ends -> shortest(from, to, way -> wanders(way) || leadsToSiblings(way)));
    }

    private Optional<List<Step>> shortest(Table from, Table to, Predicate<List<Step>> astray) {
        List<List<Step>> frontier = List.of(List.of());
        List<List<Step>> ways = List.of();
        for (int length = 1; length <= LONGEST_PATH && !frontier.isEmpty(); length++) {
            List<List<Step>> longer = new ArrayList<>();
            for (List<Step> path : frontier) {
                for (Step step : stepsFrom(path.isEmpty() ? from : path.getLast().to())) {
                    if (!step.to().name().equals(from.name())
                            && path.stream().noneMatch(earlier -> earlier.to().name().equals(step.to().name()))) {
                        longer.add(append(path, step));
                    }
                }
            }
            longer.removeIf(astray);
            List<List<Step>> arrived = longer.stream().filter(path -> isAt(path, to)).toList();
            if (!ways.isEmpty()) {
                Optional<List<Step>> led = led(arrived);
                return led.isPresent() ? led : plainest(ways).filter(way -> !isRivalled(way, arrived));
            }
            if (led(arrived).isPresent()) {
                return led(arrived);
            }
            ways = arrived;
            frontier = longer.stream().filter(path -> !isAt(path, to)).toList();
        }
        return plainest(ways);
    }

    /** From rows to what they have in common with others and on to what those have: that ties things by chance. */
    private static boolean wanders(List<Step> way) {
        int many = 0;
        while (many < way.size() && way.get(many).forward()) {
            many++;
        }
        int one = many;
        while (one < way.size() && way.get(one).toMany()) {
            one++;
        }
        return one > many && way.subList(one, way.size()).stream().anyMatch(Step::toMany);
    }

    /**
     * From a row to the one it belongs to and on to the others there: a customer of a bank and the bank's loans have nothing to
     * do with each other. Where one row is no more than the rest of another, what belongs to either belongs to both.
     */
    private static boolean leadsToSiblings(List<Step> way) {
        return IntStream.range(1, way.size()).anyMatch(i -> way.get(i - 1).forward() && way.get(i).toMany()
                && !isOneToOne(way.get(i - 1)) && !isOneToOne(way.get(i)));
    }

    private static boolean isOneToOne(Step step) {
        Table pointing = step.forward() ? step.from() : step.to();
        return !pointing.primaryKey().isEmpty() && step.key().fromColumns().containsAll(pointing.primaryKey());
    }

    /** The only way through what is preferred: what it begins and ends with, and plain keys of those, are on every way. */
    private Optional<List<Step>> led(List<List<Step>> ways) {
        List<List<Step>> led = ways.stream().filter(this::isLed).toList();
        return led.size() == 1 ? Optional.of(led.getFirst()) : Optional.empty();
    }

    private boolean isLed(List<Step> way) {
        return way.stream().limit(way.size() - 1L).anyMatch(step -> preferred.contains(step.to().name().name()))
                || way.stream().filter(step -> !isCalledAfterItsTable(step.key()))
                        .anyMatch(step -> step.key().fromColumns().stream().anyMatch(preferred::contains));
    }

    /**
     * Of several ways, the one by keys that are declared, or whose every key is called after the table that it points at:
     * `department_id`, not `head`.
     */
    private Optional<List<Step>> plainest(List<List<Step>> paths) {
        List<List<Step>> declared = paths.stream()
                .filter(path -> path.stream().noneMatch(step -> implied.contains(step.key()))).toList();
        List<List<Step>> ways = declared.isEmpty() ? paths : declared;
        if (ways.size() == 1) {
            return Optional.of(ways.getFirst());
        }
        List<List<Step>> plain = ways.stream()
                .filter(path -> path.stream().allMatch(step -> isCalledAfterItsTable(step.key()))).toList();
        return plain.size() == 1 ? Optional.of(plain.getFirst()) : Optional.empty();
    }

    private static boolean isCalledAfterItsTable(ForeignKey key) {
        String noun = Inflection.singular(key.to().name().toLowerCase(Locale.ROOT));
        return key.fromColumns().size() == 1 && key.fromColumns().getFirst().toLowerCase(Locale.ROOT).startsWith(noun);
    }

    /**
     * Developers belong to a project that they manage, by its `manager_id`, and to those that they are linked with: where nothing
     * says that one manages, both may be meant.
     */
    private static boolean isRivalled(List<Step> way, List<List<Step>> longer) {
        return way.size() == 1 && !isCalledAfterWhatItPointsAt(way.getFirst().key())
                && longer.stream().anyMatch(other -> SchemaGraph.leadsThroughLinks(other)
                        && other.stream().allMatch(step -> isCalledAfterWhatItPointsAt(step.key())));
    }

    private static boolean isCalledAfterWhatItPointsAt(ForeignKey key) {
        return isCalledAfterItsTable(key)
                || key.fromColumns().getFirst().equalsIgnoreCase(key.toColumns().getFirst());
    }

    List<Step> stepsFrom(Table table) {
        List<Step> steps = new ArrayList<>();
        for (ForeignKey key : schema.foreignKeys()) {
            if (key.from().equals(key.to())) {
                continue;
            }
            if (key.from().equals(table.name())) {
                schema.table(key.to()).ifPresent(to -> steps.add(new Step(key, table, to, true)));
            }
            if (key.to().equals(table.name())) {
                schema.table(key.from()).ifPresent(to -> steps.add(new Step(key, table, to, false)));
            }
        }
        return steps;
    }

    private static boolean isAt(List<Step> path, Table table) {
        return path.getLast().to().name().equals(table.name());
    }

    private static List<Step> append(List<Step> path, Step step) {
        List<Step> longer = new ArrayList<>(path);
        longer.add(step);
        return List.copyOf(longer);
    }
}
