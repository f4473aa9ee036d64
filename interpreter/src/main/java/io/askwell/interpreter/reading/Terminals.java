package io.askwell.interpreter.reading;

import io.askwell.domain.agent.Schema.Table;
import io.askwell.interpreter.lexicon.EnglishSynonyms;
import io.askwell.interpreter.lexicon.Inflection;
import io.askwell.interpreter.lexicon.Keyword;
import io.askwell.interpreter.lexicon.Meaning;
import io.askwell.interpreter.lexicon.Meaning.Fit;
import io.askwell.interpreter.lexicon.Meaning.NamesColumn;
import io.askwell.interpreter.lexicon.Meaning.NamesTable;
import io.askwell.interpreter.lexicon.Meaning.ProperName;
import io.askwell.interpreter.lexicon.Meaning.Structure;
import io.askwell.interpreter.logic.Attribute;
import io.askwell.interpreter.logic.Comparison.Operator;
import io.askwell.interpreter.token.Tagged;
import io.askwell.interpreter.token.TaggedQuestion;
import io.askwell.interpreter.token.Token;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Parsers for single tagged stretches of a question. */
final class Terminals {
    private static final Set<String> COUNTS = Set.of("number", "count", "counts");
    private static final Set<String> KINDS = Set.of("number", "code", "id", "name", "value", "type");
    private static final String[] DIFFERENT = {"different", "distinct", "unique"};
    private static final Set<String> INDEFINITE = Set.of("a", "an");

    private final TaggedQuestion question;
    private final Effort effort;
    private int furthest;

    Terminals(TaggedQuestion question, Effort effort) {
        this.question = question;
        this.effort = effort;
    }

    /** Index of the first token that no reading has got past. */
    int furthest() {
        return furthest;
    }

    <M extends Meaning> Parser<M> meaning(Class<M> kind) {
        return start -> {
            List<Parse<M>> parses = new ArrayList<>();
            if (effort.step()) {
                for (Tagged item : question.at(start)) {
                    if (kind.isInstance(item.meaning())) {
                        furthest = Math.max(furthest, item.end());
                        parses.add(new Parse<>(kind.cast(item.meaning()), item.end(), 0));
                    }
                }
            }
            return parses;
        };
    }

    Parser<Keyword> word(Keyword first, Keyword... others) {
        Set<Keyword> wanted = EnumSet.of(first, others);
        return meaning(Structure.class).map(Structure::keyword).where(wanted::contains);
    }

    /** Any number of such words, none included. */
    Parser<Boolean> words(Keyword first, Keyword... others) {
        Parser<Keyword> word = word(first, others);
        return effort.chain(false, seen -> word.map(keyword -> true));
    }

    Parser<Table> table() {
        return meaning(NamesTable.class).map(NamesTable::table);
    }

    /** A noun for rows that is in the plural, or not. */
    Parser<Table> table(boolean plural) {
        return inNumber(table(), plural);
    }

    private <T> Parser<T> inNumber(Parser<T> noun, boolean plural) {
        return start -> noun.at(start).stream().filter(parse -> {
            String word = question.tokens().get(parse.end() - 1).lower();
            return plural != Inflection.singular(word).equals(word);
        }).toList();
    }

    /** A column by its whole name, whatever its table. */
    Parser<Attribute> column() {
        return meaning(NamesColumn.class).where(named -> named.fit() == Fit.WHOLE).map(NamesColumn::attribute);
    }

    /** A noun for a column, of which only the rows that it is told of say which one is meant. */
    Parser<ColumnNoun> columnNoun() {
        Parser<NamesColumn> any = meaning(NamesColumn.class);
        return start -> {
            Map<Integer, List<NamesColumn>> byEnd = new TreeMap<>();
            Set<Integer> tables = table().at(start).stream().map(Parse::end).collect(Collectors.toSet());
            // What is the noun for a table is not meant for a part of a column's name.
            any.at(start).stream().filter(parse -> !isPart(parse.value().fit()) || !tables.contains(parse.end()))
                    .forEach(parse -> byEnd.computeIfAbsent(parse.end(), end -> new ArrayList<>())
                            .add(parse.value()));
            // "the number of players" counts them, unless just that is stored; "the numbers of the players" are theirs.
            byEnd.forEach((end, named) -> named
                    .removeIf(found -> found.fit() != Fit.WHOLE && COUNTS.contains(text(start, end))
                            && end < question.size() && question.tokens().get(end).lower().equals("of")));
            return byEnd.entrySet().stream().filter(found -> !found.getValue().isEmpty())
                    .map(found -> new Parse<>(ColumnNoun.of(found.getValue(), text(start, found.getKey())),
                            found.getKey(), 0))
                    .toList();
        };
    }

    /** A noun for a column that is in the plural, or not. */
    Parser<ColumnNoun> columnNoun(boolean plural) {
        return inNumber(columnNoun(), plural);
    }

    private static boolean isPart(Fit fit) {
        return fit == Fit.PART || fit == Fit.BEGINNING;
    }

    /** Letters as they are written: those in quotes, or what has no blank in it. */
    Parser<String> spelled() {
        Parser<String> name = meaning(ProperName.class).map(ProperName::text);
        return start -> {
            int end = longest(name, start);
            return name.at(start).stream().filter(parse -> parse.end() == end).toList();
        };
    }

    /** What was read, and the words that say so, in lower case. */
    record Said<T>(T value, String text) {}

    <T> Parser<Said<T>> spelledOut(Parser<T> parser) {
        return start -> parser.at(start).stream().map(parse -> new Parse<>(
                new Said<>(parse.value(), text(start, parse.end())), parse.end(), parse.cost())).toList();
    }

    /** Just this word, in the singular or the plural, maybe behind an article. */
    Parser<Boolean> word(String noun) {
        Parser<Boolean> plain = start -> start < question.size()
                && Inflection.singular(question.tokens().get(start).lower()).equals(noun)
                        ? List.of(new Parse<>(true, start + 1, 0))
                        : List.of();
        return Parser.any(plain, word(Keyword.ARTICLE).next(plain));
    }

    /** A word for the kind of a value, which may stand behind any column's noun. */
    Parser<Boolean> kindWord() {
        return start -> start < question.size() && KINDS.contains(question.tokens().get(start).lower())
                ? List.of(new Parse<>(true, start + 1, 0))
                : List.of();
    }

    /** A comma before the next word, or a word that joins. */
    Parser<Boolean> joint(Keyword... joints) {
        Parser<Boolean> comma = start -> start < question.size() && start > 0
                && question.tokens().get(start).afterComma() ? List.of(new Parse<>(true, start, 0)) : List.of();
        Parser<Boolean> word = Parser.none();
        for (Keyword joint : joints) {
            word = Parser.any(word, word(joint).map(keyword -> true));
        }
        return Parser.any(comma, word);
    }

    /** "with the number of": a figure beside what is told; "with the highest age" tells which row is meant. */
    Parser<Boolean> withNumber() {
        return word(Keyword.WITH).<Boolean>then(
                with -> start -> Parser.any(word(Keyword.NUMBER_OF), word(Keyword.TOTAL)).at(start).isEmpty()
                        ? List.of()
                        : List.of(new Parse<>(true, start, 0)));
    }

    /** The next words are none that say what is done, though a column is called so: "weighs", "directed by". */
    Parser<Boolean> noVerb() {
        return start -> start < question.size() && (EnglishSynonyms.isVerb(question.tokens().get(start).lower())
                || isDoneBy(start)) ? List.of() : List.of(new Parse<>(true, start, 0));
    }

    private boolean isDoneBy(int start) {
        return question.tokens().get(start).lower().endsWith("ed") && start + 1 < question.size()
                && question.tokens().get(start + 1).lower().equals("by");
    }

    /** Not "a" or "an" before the next word. */
    Parser<Boolean> definite() {
        return start -> start < question.size() && INDEFINITE.contains(question.tokens().get(start).lower())
                ? List.of()
                : List.of(new Parse<>(true, start, 0));
    }

    Parser<Operator> symbol() {
        return start -> {
            if (start >= question.size() || question.tokens().get(start).word()) {
                return List.of();
            }
            Optional<Operator> operator = switch (question.tokens().get(start).text()) {
                case ">" -> Optional.of(Operator.MORE);
                case ">=" -> Optional.of(Operator.AT_LEAST);
                case "<" -> Optional.of(Operator.LESS);
                case "<=" -> Optional.of(Operator.AT_MOST);
                case "=" -> Optional.of(Operator.EXACTLY);
                default -> Optional.empty();
            };
            return operator.map(found -> List.of(new Parse<>(found, start + 1, 0))).orElse(List.of());
        };
    }

    private String text(int start, int end) {
        return question.tokens().subList(start, end).stream().map(Token::lower).filter(word -> !word.equals("the"))
                .collect(Collectors.joining(" "));
    }

    /** Whether what is alike shall be told once. */
    boolean asksForDifferent() {
        return question.mentions(DIFFERENT);
    }

    Parser<Boolean> different() {
        return start -> start < question.size() && List.of(DIFFERENT).contains(question.tokens().get(start).lower())
                ? List.of(new Parse<>(true, start + 1, 0))
                : List.of();
    }

    boolean asksForOldest() {
        return question.mentions("oldest");
    }

    /** "In total": what is meant is one number over several rows. */
    boolean asksInTotal() {
        return IntStream.range(1, question.size()).anyMatch(at -> question.tokens().get(at).lower().equals("total")
                && question.tokens().get(at - 1).lower().equals("in"));
    }

    /** Whether something is told from the largest to the smallest, or the other way. */
    boolean ordersBySize() {
        return question.mentions("largest", "biggest", "highest", "most", "smallest", "lowest", "fewest", "least");
    }

    /** Whether several numbers are asked for, which a count is not. */
    boolean asksForNumbers() {
        return question.mentions("numbers");
    }

    /** Whether something is told to be listed behind the beginning: there may be a second sentence. */
    boolean commandsLater() {
        return question.goesOnWith(Keyword.LIST);
    }

    /** Whether what is told is had by each of several: "teams shared by", "the common name of". */
    boolean asksForShared() {
        return question.mentions("shared");
    }

    /** "All sizes", "all the types of ...": the values of a column rather than what each row has. */
    boolean asksForAllValues() {
        for (int i = 0; i + 1 < question.size(); i++) {
            if (question.tokens().get(i).lower().equals("all")
                    && longest(meaning(NamesColumn.class), i + 1) > longest(table(), i + 1)) {
                return true;
            }
        }
        return false;
    }

    private static int longest(Parser<?> parser, int start) {
        return parser.at(start).stream().mapToInt(Parse::end).max().orElse(start);
    }

    /** Whether such words stand anywhere in the question. */
    boolean says(Parser<?> words) {
        return IntStream.range(0, question.size()).anyMatch(start -> !words.at(start).isEmpty());
    }

    /** Nothing more to read. */
    Parser<Boolean> end() {
        return start -> question.endsAt(start) ? List.of(new Parse<>(true, start, 0)) : List.of();
    }
}
