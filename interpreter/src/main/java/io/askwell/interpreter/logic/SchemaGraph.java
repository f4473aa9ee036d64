package io.askwell.interpreter.logic;

import io.askwell.domain.agent.Schema;
import io.askwell.domain.agent.Schema.Column;
import io.askwell.domain.agent.Schema.ForeignKey;
import io.askwell.domain.agent.Schema.Table;
import io.askwell.domain.agent.Schema.TableName;
import io.askwell.interpreter.lexicon.Inflection;
import io.askwell.interpreter.logic.Condition.Compared;
import io.askwell.interpreter.logic.Test.OneOf;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** The tables of a schema as nodes, its foreign keys as edges, and the columns that play a part by nature. */
public final class SchemaGraph {
    /** A path longer than this no longer says what a person meant. */
    private static final int LONGEST_PATH = 3;
    private static final List<String> NAME_COLUMNS = List.of("name", "full_name", "title", "label");

    private final Schema schema;
    private final Set<String> preferred;
    private final Map<Ends, Optional<List<Step>>> paths = new ConcurrentHashMap<>();
    private final Map<Ends, Optional<List<Step>>> belongings = new ConcurrentHashMap<>();

    private record Ends(TableName from, TableName to) {}

    public SchemaGraph(Schema schema) {
        this(schema, Set.of());
    }

    private SchemaGraph(Schema schema, Set<String> preferred) {
        this.schema = schema;
        this.preferred = Set.copyOf(preferred);
    }

    /** This graph, whose ways lead through tables and keys of these names where they can. */
    public SchemaGraph through(Set<String> names) {
        return names.equals(preferred) ? this : new SchemaGraph(schema, names);
    }

    public List<Table> tables() {
        return schema.tables();
    }

    /**
     * One foreign key, walked in either direction.
     *
     * @param forward whether it is walked from the row that points to the row that is pointed at
     */
    public record Step(ForeignKey key, Table from, Table to, boolean forward) {
        public boolean toMany() {
            return !forward;
        }

        /** The same key, walked the other way. */
        public Step reversed() {
            return new Step(key, to, from, !forward);
        }
    }

    /**
     * The shortest way between two different tables, or one that is longer by a key and leads through what is preferred; empty
     * if there is none, or several are equally short. A way by which rows belong to each other comes before others.
     */
    public Optional<List<Step>> path(Table from, Table to) {
        return belonging(from, to).or(() -> paths.computeIfAbsent(new Ends(from.name(), to.name()),
                ends -> shortest(from, to, SchemaGraph::wanders)));
    }

    /** The way by which rows belong to each other, rather than both to the same third. */
    public Optional<List<Step>> belonging(Table from, Table to) {
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
                return led.isPresent() ? led : plainest(ways);
            }
            if (!arrived.isEmpty() && (preferred.isEmpty() || led(arrived).isPresent())) {
                return led(arrived).or(() -> plainest(arrived));
            }
            ways = arrived;
            frontier = longer.stream().filter(path -> !isAt(path, to)).toList();
        }
        return plainest(ways);
    }

    /** Whether a way leads through rows that do nothing but link others, such as those of `enrolments`: each link counts. */
    public static boolean leadsThroughLinks(List<Step> way) {
        return way.size() == 2 && way.getFirst().toMany() && way.getLast().forward();
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

    /** The only way through what is preferred. */
    private Optional<List<Step>> led(List<List<Step>> ways) {
        List<List<Step>> led = ways.stream().filter(way -> way.stream().anyMatch(this::isPreferred)).toList();
        return led.size() == 1 ? Optional.of(led.getFirst()) : Optional.empty();
    }

    private boolean isPreferred(Step step) {
        return isPreferred(step.to().name().name()) || step.key().fromColumns().stream().anyMatch(this::isPreferred);
    }

    private boolean isPreferred(String name) {
        return preferred.contains(name);
    }

    /** Of several ways, the one whose every key is called after the table that it points at: `department_id`, not `head`. */
    private static Optional<List<Step>> plainest(List<List<Step>> paths) {
        if (paths.size() == 1) {
            return Optional.of(paths.getFirst());
        }
        List<List<Step>> plain = paths.stream()
                .filter(path -> path.stream().allMatch(step -> isCalledAfterItsTable(step.key()))).toList();
        return plain.size() == 1 ? Optional.of(plain.getFirst()) : Optional.empty();
    }

    private static boolean isCalledAfterItsTable(ForeignKey key) {
        String noun = Inflection.singular(key.to().name().toLowerCase(Locale.ROOT));
        return key.fromColumns().size() == 1 && key.fromColumns().getFirst().toLowerCase(Locale.ROOT).startsWith(noun);
    }

    /** The keys by which rows of a table point to rows of others. */
    public List<Step> pointsTo(Table table) {
        return stepsFrom(table).stream().filter(Step::forward).toList();
    }

    /** The column by which people name a row, such as {@code name} or {@code title}. */
    public Optional<Attribute> nameOf(Table table) {
        for (String candidate : NAME_COLUMNS) {
            Optional<Column> column = table.column(candidate).filter(found -> found.kind() == Schema.Kind.TEXT);
            if (column.isPresent()) {
                return column.map(found -> new Attribute(table, found));
            }
        }
        String noun = Inflection.singular(table.name().name().toLowerCase(Locale.ROOT));
        for (String candidate : List.of(noun + "_name", noun + "name", noun, noun.replace("_", ""))) {
            Optional<Attribute> own = attributesOf(table).stream().filter(attribute -> attribute.textual()
                    && attribute.column().name().equalsIgnoreCase(candidate)).findFirst();
            if (own.isPresent()) {
                return own;
            }
        }
        // `borrower_name` of a loan names somebody else; `loan_name` would name the loan.
        return sole(table, attribute -> attribute.textual() && ownName(table, attribute.column().name()))
                .or(() -> sole(table,
                        attribute -> attribute.textual() && isShortName(noun.replace("_", ""), attribute)));
    }

    /** The columns that together name a row: its name, or its first and its last name; none where nothing names it. */
    public List<Attribute> namesOf(Table table) {
        return nameOf(table).map(List::of).orElseGet(() -> {
            List<Attribute> parts = Stream.of("first", "last").map(part -> sole(table, attribute -> attribute.textual()
                    && isPartOfName(attribute.column().name().toLowerCase(Locale.ROOT), part)))
                    .flatMap(Optional::stream).toList();
            return parts.size() == 2 ? parts : List.of();
        });
    }

    /** `first_name`, `customer_first_name`, `fname`. */
    private static boolean isPartOfName(String column, String part) {
        String plain = column.replace("_", "");
        return plain.endsWith(part + "name") || plain.equals(part.charAt(0) + "name")
                || column.endsWith("_" + part.charAt(0) + "name");
    }

    public boolean isName(Attribute attribute) {
        return nameOf(attribute.table()).filter(attribute::equals).isPresent();
    }

    /** Whether rows are bound to one stored name, so that it need not be told. */
    public boolean isOneByName(Selection rows) {
        return rows.conditions().stream()
                .anyMatch(condition -> condition instanceof Compared(var attribute, OneOf(var values), var holds)
                        && holds && values.size() == 1 && isName(attribute));
    }

    /** The only date of a table: what "in 2024" or "latest" speaks of. */
    public Optional<Attribute> dateOf(Table table) {
        return sole(table, Attribute::dated);
    }

    /** The only column of a table that holds years: what "in 2024" speaks of where there is no date. */
    public Optional<Attribute> yearOf(Table table) {
        return dateOf(table).isPresent()
                ? Optional.empty()
                : sole(table, SchemaGraph::holdsYears);
    }

    private static boolean holdsYears(Attribute attribute) {
        String name = attribute.column().name().toLowerCase(Locale.ROOT);
        return attribute.numeric() && (name.equals("year") || name.endsWith("_year"));
    }

    /** The only number of a table that is no key: what "over 100" or "largest" speaks of. */
    public Optional<Attribute> amountOf(Table table) {
        return sole(table, attribute -> attribute.numeric() && !isKey(attribute) && !holdsYears(attribute));
    }

    /** The one-column primary key. */
    public Optional<Attribute> keyOf(Table table) {
        List<Attribute> keys = keysOf(table);
        return keys.size() == 1 ? Optional.of(keys.getFirst()) : Optional.empty();
    }

    /** Whether rows have a code as well as a name: which of them says what a group is, is open. */
    public boolean isCoded(Table table) {
        return keyOf(table).filter(key -> key.textual() && !isName(key)).isPresent() && nameOf(table).isPresent();
    }

    /** The columns of the primary key. */
    public List<Attribute> keysOf(Table table) {
        return table.primaryKey().stream().flatMap(name -> table.column(name).stream())
                .map(column -> new Attribute(table, column)).toList();
    }

    /** Whether it identifies this row or another, rather than telling something of it. */
    public boolean isKey(Attribute attribute) {
        return attribute.table().primaryKey().contains(attribute.column().name()) || isForeignKey(attribute);
    }

    public boolean isForeignKey(Attribute attribute) {
        return schema.foreignKeys().stream().anyMatch(key -> key.from().equals(attribute.table().name())
                && key.fromColumns().contains(attribute.column().name()));
    }

    /** Whether a foreign key has a name of its own, such as `advisor`, and not that of the table or key it points at. */
    public boolean isCalledOtherwise(Attribute attribute) {
        String name = attribute.column().name();
        return schema.foreignKeys().stream()
                .filter(key -> key.from().equals(attribute.table().name()) && key.fromColumns().contains(name))
                .noneMatch(key -> key.toColumns().stream().anyMatch(name::equalsIgnoreCase)
                        || isCalledAfter(key.to().name().toLowerCase(Locale.ROOT), name.toLowerCase(Locale.ROOT)));
    }

    /** `customer`, `customers` and `customer_id` are all called after the table `customers`. */
    private static boolean isCalledAfter(String table, String column) {
        String plain = column.endsWith("_id") ? column.substring(0, column.length() - "_id".length()) : column;
        return Inflection.singular(table).equals(Inflection.singular(plain));
    }

    public List<Attribute> attributesOf(Table table) {
        return table.columns().stream().map(column -> new Attribute(table, column)).toList();
    }

    private Optional<Attribute> sole(Table table, Predicate<Attribute> kind) {
        List<Attribute> found = attributesOf(table).stream().filter(kind).toList();
        return found.size() == 1 ? Optional.of(found.getFirst()) : Optional.empty();
    }

    private static boolean ownName(Table table, String column) {
        String noun = table.name().name();
        return column.endsWith("_name") && column.length() > 6
                && noun.startsWith(column.substring(0, column.length() - "_name".length()));
    }

    /** `cname` of a course, `dept_name` of a department; a `fname` or `lname` is half of a name. */
    private static boolean isShortName(String noun, Attribute attribute) {
        String column = attribute.column().name().toLowerCase(Locale.ROOT);
        String start = column.endsWith("name")
                ? column.substring(0, column.length() - "name".length()).replace("_", "")
                : "";
        boolean letter = start.length() == 1 && !start.equals("f") && !start.equals("l");
        return (letter || start.length() > 2) && start.charAt(0) == noun.charAt(0) && isAbridged(start, noun);
    }

    /** Whether the letters of one are among those of the other, in their order. */
    private static boolean isAbridged(String start, String noun) {
        int at = 0;
        for (int i = 0; i < noun.length() && at < start.length(); i++) {
            at += noun.charAt(i) == start.charAt(at) ? 1 : 0;
        }
        return at == start.length();
    }

    private List<Step> stepsFrom(Table table) {
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
