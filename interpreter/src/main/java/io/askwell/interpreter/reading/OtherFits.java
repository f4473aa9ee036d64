package io.askwell.interpreter.reading;

import io.askwell.domain.agent.Schema.Table;
import io.askwell.interpreter.lexicon.Inflection;
import io.askwell.interpreter.lexicon.Keyword;
import io.askwell.interpreter.lexicon.Meaning.ProperName;
import io.askwell.interpreter.lexicon.Words;
import io.askwell.interpreter.logic.Attribute;
import io.askwell.interpreter.logic.Condition.Compared;
import io.askwell.interpreter.logic.Condition.Related;
import io.askwell.interpreter.logic.Inquiry;
import io.askwell.interpreter.logic.Inquiry.Item.Cell;
import io.askwell.interpreter.logic.Inquiry.Report;
import io.askwell.interpreter.logic.SchemaGraph;
import io.askwell.interpreter.logic.SchemaGraph.Step;
import io.askwell.interpreter.logic.Selection;
import io.askwell.interpreter.logic.Slots;
import io.askwell.interpreter.logic.Test.Compares;
import io.askwell.interpreter.logic.Test.Spelled;
import io.askwell.interpreter.token.TaggedQuestion;
import io.askwell.interpreter.token.Token;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Finds words of a question that fit something else in the schema at least as well as what a reading takes them for. */
final class OtherFits {
    private static final int SHORTEST_STEM = 4;
    private static final String KEY = "id";
    private static final Set<String> KINDS_OF_KEYS = Set.of("number", "code", "key", "identifier", "identification");
    private static final List<String> VERB_ENDINGS = List.of("ing", "ed", "es", "s", "e");

    private final TaggedQuestion question;
    private final Grammar grammar;
    private final SchemaGraph graph;

    OtherFits(TaggedQuestion question, Grammar grammar) {
        this.question = question;
        this.grammar = grammar;
        this.graph = grammar.links.graph();
    }

    boolean areLeftAside(Inquiry inquiry) {
        return tellsWhatIsATable(inquiry) || tellsAnUnsaidKey(inquiry)
                || Slots.heads(inquiry).stream().anyMatch(rows -> comparesWhatIsATable(rows)
                        || relatesByAnotherKey(rows) || looksUpAnother(rows));
    }

    /** "The address of customer 10" is the `customer_address`, or one of the `addresses` that customers are linked with. */
    private boolean tellsWhatIsATable(Inquiry inquiry) {
        return inquiry instanceof Report report && report.items().stream()
                .anyMatch(item -> item instanceof Cell(var told) && report.of().of(told.table()) && !isSaidInFull(told)
                        && others(told.table()).anyMatch(table -> Inflection.singular(name(table))
                                .equals(Words.ofName(told.column().name()).getLast()) && belongs(told.table(), table)));
    }

    /** "For each bank branch" are branches, or banks by their names: nobody asks for a `branch_id` of what has a name. */
    private boolean tellsAnUnsaidKey(Inquiry inquiry) {
        return inquiry instanceof Report report && !report.groups().isEmpty() && report.items().stream()
                .anyMatch(item -> item instanceof Cell(var told) && graph.isKey(told)
                        && Words.ofName(told.column().name()).getLast().equals(KEY)
                        && graph.nameOf(told.table()).isPresent())
                && question.tokens().stream().map(Token::lower).map(Inflection::singular)
                        .noneMatch(word -> word.endsWith(KEY) || KINDS_OF_KEYS.contains(word));
    }

    private boolean isSaidInFull(Attribute told) {
        return grammar.terminals.says(grammar.terminals.columnNoun().where(noun -> noun.whole().contains(told)));
    }

    /** "More than one follower" speaks of the number `followers`, or of rows of `follows`. */
    private boolean comparesWhatIsATable(Selection rows) {
        return rows.conditions().stream()
                .anyMatch(said -> said instanceof Compared(var number, Compares compares, var holds)
                        && !Several.isNumberOf(number)
                        && others(rows.table()).anyMatch(table -> isCalledAfter(number, table)
                                && belongs(rows.table(), table))
                        && grammar.terminals.says(grammar.comparisons.comparison()
                                .next(grammar.items.columnOf(rows.table())).where(number::equals)));
    }

    private static boolean isCalledAfter(Attribute number, Table table) {
        String stem = Inflection.singular(name(table));
        return stem.length() >= SHORTEST_STEM && Words.ofName(number.column().name()).getLast().startsWith(stem);
    }

    private Stream<Table> others(Table table) {
        return graph.tables().stream().filter(other -> !other.name().equals(table.name()));
    }

    private boolean belongs(Table rows, Table many) {
        return graph.pointsTo(many).stream().anyMatch(step -> step.to().name().equals(rows.name()))
                || graph.belonging(rows, many).filter(way -> way.stream().anyMatch(Step::toMany)).isPresent();
    }

    private static String name(Table table) {
        return table.name().name().toLowerCase(Locale.ROOT);
    }

    /** "Employees who manage a department" are not those who work there where it has a `manager_id` that is not declared. */
    private boolean relatesByAnotherKey(Selection rows) {
        return rows.conditions().stream().anyMatch(said -> said instanceof Related(var to, var exists)
                && (graph.path(rows.table(), to.table()).filter(way -> way.size() == 1)
                        .filter(way -> fitsAnotherKey(way.getFirst())).isPresent() || relatesByAnotherKey(to)));
    }

    private boolean fitsAnotherKey(Step step) {
        Set<String> used = Set.copyOf(step.key().fromColumns());
        List<String> keys = Stream.of(step.from(), step.to()).flatMap(table -> graph.attributesOf(table).stream())
                .filter(attribute -> !graph.isKey(attribute))
                .map(attribute -> attribute.column().name().toLowerCase(Locale.ROOT))
                .filter(name -> name.endsWith("_id")).toList();
        return verbs().stream().anyMatch(verb -> keys.stream().anyMatch(key -> key.startsWith(verb))
                && used.stream().noneMatch(key -> key.toLowerCase(Locale.ROOT).startsWith(verb)));
    }

    /** What verbs that tie nouns begin with, whatever their form: "manag" for "manages". */
    private Set<String> verbs() {
        Parser<Keyword> relates = grammar.terminals.word(Keyword.RELATES);
        return IntStream.range(0, question.size()).filter(at -> !relates.at(at).isEmpty())
                .mapToObj(at -> question.tokens().get(at).lower())
                .map(verb -> VERB_ENDINGS.stream().filter(verb::endsWith).findFirst()
                        .map(ending -> verb.substring(0, verb.length() - ending.length())).orElse(verb))
                .filter(stem -> stem.length() >= SHORTEST_STEM).collect(Collectors.toSet());
    }

    /** "The department of Sales", where no department is called so, is hardly that of an employee of this name. */
    private boolean looksUpAnother(Selection rows) {
        return rows.conditions().stream().anyMatch(said -> switch (said) {
            case Compared(var name, Spelled spelled, var holds) -> graph.isName(name)
                    && grammar.terminals.says(grammar.terminals.table(false)
                            .where(table -> !table.name().equals(name.table().name())
                                    && graph.nameOf(table).isPresent())
                            .before(grammar.terminals.word(Keyword.OF))
                            .next(grammar.terminals.meaning(ProperName.class)));
            case Related(var to, var exists) -> looksUpAnother(to);
            default -> false;
        });
    }
}
