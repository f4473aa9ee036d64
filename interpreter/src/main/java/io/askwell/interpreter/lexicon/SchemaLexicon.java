package io.askwell.interpreter.lexicon;

import io.askwell.domain.agent.Schema.Column;
import io.askwell.domain.agent.Schema.Table;
import io.askwell.interpreter.lexicon.Meaning.Acts;
import io.askwell.interpreter.lexicon.Meaning.Fit;
import io.askwell.interpreter.lexicon.Meaning.NamesColumn;
import io.askwell.interpreter.lexicon.Meaning.NamesDoer;
import io.askwell.interpreter.lexicon.Meaning.NamesMeasure;
import io.askwell.interpreter.lexicon.Meaning.NamesTable;
import io.askwell.interpreter.lexicon.Meaning.NamesUnit;
import io.askwell.interpreter.lexicon.Meaning.Structure;
import io.askwell.interpreter.lexicon.Meaning.Yields;
import io.askwell.interpreter.logic.Attribute;
import io.askwell.interpreter.logic.Grouping.Unit;
import io.askwell.interpreter.logic.SchemaGraph;
import io.askwell.interpreter.synonyms.Synonyms;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Makes the lexicon of a schema from its names, its comments, and people's synonyms. */
public final class SchemaLexicon {
    /** How a comment in the catalogue teaches words: "Also called: turnover, takings." */
    private static final Pattern ALSO_CALLED = Pattern.compile("(?i)also called:?\\s*([^.;\\n]+)");

    /** "Kinds of products" are products where no kinds are stored. */
    private static final List<String> KINDS = List.of("kind", "type", "sort", "category");

    private static final Pattern COMMA = Pattern.compile(",");

    private final SchemaGraph graph;
    private final Lexicon.Builder lexicon = new Lexicon.Builder();

    private SchemaLexicon(SchemaGraph graph) {
        this.graph = graph;
    }

    public static Lexicon of(SchemaGraph graph, Synonyms synonyms) {
        SchemaLexicon building = new SchemaLexicon(graph);
        building.addStructure();
        graph.tables().forEach(building::addTable);
        building.addSynonyms(synonyms);
        building.addRelationVerbs();
        building.addHeadNouns();
        building.addTableParts();
        building.addKinds();
        return building.lexicon.build();
    }

    private void addStructure() {
        for (Keyword keyword : Keyword.values()) {
            for (String phrase : keyword.phrases()) {
                lexicon.structure(Words.of(phrase), new Structure(keyword));
            }
        }
        Adjectives.all().forEach((phrase, grades) -> lexicon.structure(Words.of(phrase), grades));
        for (Unit unit : Unit.values()) {
            lexicon.structure(List.of(unit.name().toLowerCase(Locale.ROOT)), new NamesUnit(unit));
            lexicon.structure(List.of(unit.adjective()), new NamesUnit(unit));
        }
    }

    /**
     * "Orders" is a noun where a table is called so. Tables and foreign keys that are called after a verb are meant by it: who
     * is "advised" is so by the key `advisor`.
     */
    private void addRelationVerbs() {
        Set<String> nouns = names().flatMap(name -> Words.ofName(name).stream())
                .filter(word -> Inflection.singular(word).equals(word)).map(Inflection::plural)
                .collect(Collectors.toSet());
        // "movies and books" are two nouns where a table is called `book_club`.
        RelationVerbs.all().stream().filter(verb -> !nouns.contains(verb)).map(List::of)
                .filter(verb -> !lexicon.isNoun(verb))
                .forEach(verb -> lexicon.structure(verb, new Structure(Keyword.RELATES)));
        Stream<String> keys = graph.tables().stream().flatMap(table -> graph.attributesOf(table).stream())
                .filter(graph::isForeignKey).map(key -> key.column().name());
        Stream.concat(graph.tables().stream().map(table -> table.name().name()), keys).distinct()
                .forEach(name -> Words.ofName(name).stream().flatMap(word -> RelationVerbs.within(word).stream())
                        .flatMap(base -> RelationVerbs.forms(base).stream())
                        .forEach(verb -> lexicon.namesake(verb, name)));
    }

    private void addTable(Table table) {
        List<String> words = Words.ofName(table.name().name());
        lexicon.noun(words, new NamesTable(table));
        lexicon.noun(ColumnNames.spelledOut(table.name().name()), new NamesTable(table));
        // "ordered" and "loaned" speak of the rows of `orders` and `loan`.
        if (words.size() == 1) {
            lexicon.doing(Inflection.singular(words.getFirst()), new Acts(Optional.empty(), table));
        }
        aliases(table.comment()).forEach(alias -> lexicon.noun(alias, new NamesTable(table)));
        for (Attribute attribute : graph.attributesOf(table)) {
            if (!graph.isForeignKey(attribute) || graph.isCalledOtherwise(attribute)) {
                addColumn(attribute);
                aliases(attribute.column().comment())
                        .forEach(alias -> lexicon.noun(alias, new NamesColumn(attribute)));
            }
        }
    }

    /** `published_on` is also "published", `borrower_name` also "borrower". */
    private void addColumn(Attribute attribute) {
        List<String> words = Words.ofName(attribute.column().name());
        NamesColumn meaning = new NamesColumn(attribute);
        ColumnNames.of(attribute.table(), attribute.column().name()).forEach((name, fit) -> {
            if (fit != Fit.PART || !isStructure(name)) {
                lexicon.noun(name, new NamesColumn(attribute, fit));
            }
        });
        boolean ownId = graph.keyOf(attribute.table()).filter(attribute::equals).isPresent()
                && attribute.column().name().toLowerCase(Locale.ROOT).endsWith("id");
        if (ownId) {
            lexicon.noun(List.of("id"), new NamesColumn(attribute, Fit.END));
        }
        if (graph.isName(attribute)) {
            lexicon.noun(List.of("name"), new NamesColumn(attribute, Fit.END));
        }
        agents(words).forEach(agent -> lexicon.noun(List.of(agent), meaning));
        if (words.size() > 1) {
            List<String> start = words.subList(0, words.size() - 1);
            String last = words.getLast();
            if (attribute.dated() && (last.equals("on") || last.equals("at"))) {
                lexicon.content(start, meaning);
            } else if (attribute.textual() && last.equals("name") && !graph.isName(attribute)) {
                lexicon.noun(start, meaning);
            }
        }
    }

    /** Who did what a column's name says was done: "director" for `directed_by`, "organizer" for `organized_by`. */
    private static List<String> agents(List<String> words) {
        if (words.size() != 2 || !words.getLast().equals("by") || !words.getFirst().endsWith("ed")) {
            return List.of();
        }
        String done = words.getFirst();
        return List.of(done.substring(0, done.length() - 1) + "r", done.substring(0, done.length() - 2) + "or");
    }

    /** A preposition or a number within a column's name names nothing by itself. */
    private boolean isStructure(List<String> name) {
        return name.stream()
                .anyMatch(word -> lexicon.isStructure(List.of(word)) || word.chars().allMatch(Character::isDigit));
    }

    private static List<List<String>> aliases(String comment) {
        List<List<String>> aliases = new ArrayList<>();
        for (Matcher matcher = ALSO_CALLED.matcher(comment); matcher.find();) {
            COMMA.splitAsStream(matcher.group(1)).map(Words::of).forEach(aliases::add);
        }
        aliases.removeIf(List::isEmpty);
        return aliases;
    }

    private void addSynonyms(Synonyms synonyms) {
        for (Synonyms.TableWords entry : synonyms.tables()) {
            table(entry.table()).ifPresent(
                    table -> entry.nouns().forEach(noun -> lexicon.noun(Words.of(noun), new NamesTable(table))));
        }
        for (Synonyms.ColumnWords entry : synonyms.columns()) {
            attribute(entry.table(), entry.column()).ifPresent(
                    column -> entry.nouns().forEach(noun -> lexicon.noun(Words.of(noun), new NamesColumn(column))));
        }
        for (Synonyms.VerbWords entry : synonyms.verbs()) {
            table(entry.subject()).ifPresent(subject -> table(entry.object()).ifPresent(object -> entry.verbs()
                    .forEach(verb -> lexicon.verb(Words.of(verb), new Acts(Optional.of(subject), object)))));
        }
        synonyms.measures().forEach(this::addMeasure);
    }

    private void addMeasure(Synonyms.MeasureWords entry) {
        attribute(entry.table(), entry.column()).ifPresent(column -> {
            entry.verbs().forEach(verb -> lexicon.verb(Words.of(verb), new Yields(entry.how(), column)));
            entry.nouns().forEach(noun -> lexicon.noun(Words.of(noun), new NamesMeasure(entry.how(), column)));
            table(entry.by()).ifPresent(doer -> entry.doers()
                    .forEach(noun -> lexicon.noun(Words.of(noun), new NamesDoer(entry.how(), column, doer))));
        });
    }

    /** "date" is `order_date` where no other column could be meant. */
    private void addHeadNouns() {
        Map<String, List<Attribute>> byHead = new LinkedHashMap<>();
        for (Table table : graph.tables()) {
            for (Attribute attribute : graph.attributesOf(table)) {
                List<String> words = Words.ofName(attribute.column().name());
                if (words.size() > 1 && !graph.isForeignKey(attribute)) {
                    byHead.computeIfAbsent(words.getLast(), head -> new ArrayList<>()).add(attribute);
                }
            }
        }
        byHead.forEach((head, attributes) -> {
            if (attributes.size() == 1 && !lexicon.names(List.of(head))) {
                lexicon.noun(List.of(head), new NamesColumn(attributes.getFirst()));
            }
        });
    }

    /** "items" are the rows of `order_items` where no other table or column could be meant. */
    private void addTableParts() {
        Map<List<String>, List<Table>> byPart = new LinkedHashMap<>();
        for (Table table : graph.tables()) {
            List<String> words = Words.ofName(table.name().name());
            for (int from = 0; from < words.size(); from++) {
                for (int to = from + 1; to <= words.size(); to++) {
                    byPart.computeIfAbsent(singular(words.subList(from, to)), part -> new ArrayList<>()).add(table);
                }
            }
        }
        // "Faculty members" are the rows of `faculty`, where no members are stored.
        if (!lexicon.knows(List.of("member"))) {
            graph.tables().stream().filter(table -> Words.ofName(table.name().name()).size() == 1)
                    .forEach(table -> lexicon.noun(
                            List.of(Inflection.singular(Words.ofName(table.name().name()).getFirst()), "member"),
                            new NamesTable(table)));
        }
        byPart.forEach((part, tables) -> {
            boolean free = !isStructure(part)
                    && (!lexicon.names(part)
                            || lexicon.namesOnly(part, column -> isNameOf(part, tables.getFirst(), column)));
            if (tables.size() == 1 && !ColumnNames.areGeneric(part) && (free || lexicon.isOnly(part, Keyword.SORTED))) {
                lexicon.noun(part, new NamesTable(tables.getFirst()));
            }
        });
    }

    /** `event_name` of `party_events` names an event, whatever else names its rows. */
    private boolean isNameOf(List<String> noun, Table table, Attribute column) {
        List<String> words = Words.ofName(column.column().name());
        boolean called = words.size() == noun.size() + 1 && words.getLast().equals("name")
                && words.subList(0, noun.size()).equals(noun);
        return column.table().name().equals(table.name())
                && (called || graph.nameOf(table).filter(column::equals).isPresent());
    }

    private void addKinds() {
        boolean stored = names().map(name -> name.toLowerCase(Locale.ROOT))
                .anyMatch(name -> KINDS.stream().anyMatch(name::contains));
        if (!stored) {
            KINDS.stream().flatMap(kind -> Stream.of(kind, Inflection.plural(kind)))
                    .forEach(kind -> lexicon.structure(List.of(kind, "of"), new Structure(Keyword.ARTICLE)));
        }
    }

    /** Of all tables and columns. */
    private Stream<String> names() {
        return graph.tables().stream().flatMap(table -> Stream.concat(Stream.of(table.name().name()),
                table.columns().stream().map(Column::name)));
    }

    private static List<String> singular(List<String> words) {
        List<String> noun = new ArrayList<>(words.subList(0, words.size() - 1));
        noun.add(Inflection.singular(words.getLast()));
        return noun;
    }

    private Optional<Table> table(String name) {
        return graph.tables().stream().filter(table -> table.name().name().equalsIgnoreCase(name)
                || table.name().toString().equalsIgnoreCase(name)).findFirst();
    }

    private Optional<Attribute> attribute(String table, String column) {
        return table(table).flatMap(found -> found.columns().stream()
                .filter(candidate -> named(candidate, column)).findFirst().map(it -> new Attribute(found, it)));
    }

    private static boolean named(Column column, String name) {
        return column.name().equalsIgnoreCase(name);
    }
}
