package io.askwell.interpreter.logic;

import io.askwell.domain.agent.Schema;
import io.askwell.domain.agent.Schema.Column;
import io.askwell.domain.agent.Schema.ForeignKey;
import io.askwell.domain.agent.Schema.Table;
import io.askwell.interpreter.lexicon.Inflection;
import io.askwell.interpreter.logic.Condition.Compared;
import io.askwell.interpreter.logic.Test.OneOf;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** The tables of a schema as nodes, its foreign keys as edges, and the columns that play a part by nature. */
public final class SchemaGraph {
    private static final int SHORTEST_NAME = "gname".length();
    private static final List<String> NAME_COLUMNS = List.of("name", "full_name", "title");

    private final Schema schema;
    private final Set<ForeignKey> implied;
    private final Ways ways;

    /** With the keys that the schema's names imply, too. */
    public SchemaGraph(Schema schema) {
        this(schema, ImpliedKeys.in(schema));
    }

    private SchemaGraph(Schema declared, Set<ForeignKey> implied) {
        this(new Schema(declared.tables(), Stream.concat(declared.foreignKeys().stream(), implied.stream()).toList()),
                implied, Set.of());
    }

    private SchemaGraph(Schema schema, Set<ForeignKey> implied, Set<String> preferred) {
        this.schema = schema;
        this.implied = implied;
        this.ways = new Ways(schema, implied, preferred);
    }

    /** This graph, whose ways lead through tables and keys of these names where they can. */
    public SchemaGraph through(Set<String> names) {
        return ways.prefer(names) ? this : new SchemaGraph(schema, implied, names);
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
     * if there is none, several are equally short, or the key of a part that is played, such as `manager_id`, is no plainer
     * than links. A way by which rows belong to each other comes before others.
     */
    public Optional<List<Step>> path(Table from, Table to) {
        return ways.between(from, to);
    }

    /** The way by which rows belong to each other, rather than both to the same third. */
    public Optional<List<Step>> belonging(Table from, Table to) {
        return ways.belonging(from, to);
    }

    /** The key by which a row of a condition belongs to the row next to it: the only one, or that of the way between them. */
    public Step keyBetween(Table from, Table to) {
        List<Step> way = path(from, to).orElseThrow();
        List<Step> direct = ways.stepsFrom(from).stream().filter(step -> step.to().name().equals(to.name())).toList();
        return way.size() > 1 && direct.size() == 1 ? direct.getFirst() : way.getFirst();
    }

    /** Whether a way leads through rows that do nothing but link others, such as those of `enrolments`: each link counts. */
    public static boolean leadsThroughLinks(List<Step> way) {
        return way.size() == 2 && way.getFirst().toMany() && way.getLast().forward();
    }

    /** Whether a way leads from one table to the other, of which each step is so. */
    public boolean leads(Table from, Table to, Predicate<Step> so) {
        return path(from, to).filter(way -> way.stream().allMatch(so)).isPresent();
    }

    /** The keys by which rows of a table point to rows of others. */
    public List<Step> pointsTo(Table table) {
        return ways.stepsFrom(table).stream().filter(Step::forward).toList();
    }

    /** The column by which people name a row, such as {@code name} or {@code title}. */
    public Optional<Attribute> nameOf(Table table) {
        for (String candidate : NAME_COLUMNS) {
            // The title of somebody with a first and a last name is no name.
            Optional<Column> column = table.column(candidate).filter(found -> found.kind() == Schema.Kind.TEXT)
                    .filter(found -> !candidate.equals("title") || partsOfName(table).isEmpty());
            if (column.isPresent()) {
                return column.map(found -> new Attribute(table, found));
            }
        }
        String noun = Inflection.singular(table.name().name().toLowerCase(Locale.ROOT));
        for (String candidate : List.of(noun + "_name", noun + "name", "label", noun, noun.replace("_", ""))) {
            Optional<Attribute> own = attributesOf(table).stream().filter(attribute -> attribute.textual()
                    && attribute.column().name().equalsIgnoreCase(candidate)).findFirst();
            if (own.isPresent()) {
                return own;
            }
        }
        // `borrower_name` of a loan names somebody else; `loan_name` would name the loan.
        return sole(table, attribute -> attribute.textual() && ownName(table, attribute.column().name()))
                .or(() -> sole(table,
                        attribute -> attribute.textual() && isShortName(noun.replace("_", ""), attribute)))
                .or(() -> sole(table, attribute -> attribute.textual()
                        && attribute.column().name().length() == SHORTEST_NAME
                        && isShortName(noun.substring(noun.lastIndexOf('_') + 1), attribute)));
    }

    /** The columns that together name a row: its name, or its first and its last name; none where nothing names it. */
    public List<Attribute> namesOf(Table table) {
        return nameOf(table).map(List::of).orElseGet(() -> partsOfName(table));
    }

    private List<Attribute> partsOfName(Table table) {
        List<Attribute> parts = Stream.of("first", "last").map(part -> sole(table, attribute -> attribute.textual()
                && isPartOfName(attribute.column().name().toLowerCase(Locale.ROOT), part)))
                .flatMap(Optional::stream).toList();
        return parts.size() == 2 ? parts : List.of();
    }

    /** `first_name`, `customer_first_name`, `fname`. */
    private static boolean isPartOfName(String column, String part) {
        String plain = column.replace("_", "");
        return plain.endsWith(part + "name") || plain.equals(part.charAt(0) + "name")
                || column.endsWith("_" + part.charAt(0) + "name");
    }

    /** Whether it names rows, if only by the last word of their table: `amenity_name` of `dorm_amenity`. */
    public boolean tellsName(Attribute attribute) {
        String noun = Inflection.singular(attribute.table().name().name().toLowerCase(Locale.ROOT));
        return isName(attribute) || attribute.column().name()
                .equalsIgnoreCase(noun.substring(noun.lastIndexOf('_') + 1) + "_name");
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

    /** Whether a key begins with the noun for the rows that it points at, as `language_id` does. */
    public static boolean isCalledAfter(String key, Table pointedAt) {
        return key.toLowerCase(Locale.ROOT)
                .startsWith(Inflection.singular(pointedAt.name().name().toLowerCase(Locale.ROOT)));
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

    /** `cname` of a course, `gname` of a video game, `dept_name` of a department; a `fname` or `lname` is half of a name. */
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
}
