package io.askwell.interpreter.token;

import io.askwell.domain.agent.Grounding;
import io.askwell.domain.agent.ValueMatch;
import io.askwell.interpreter.lexicon.Inflection;
import io.askwell.interpreter.lexicon.Lexicon;
import io.askwell.interpreter.lexicon.Meaning.Stored;
import io.askwell.interpreter.lexicon.Words;
import io.askwell.interpreter.logic.Attribute;
import io.askwell.interpreter.logic.SchemaGraph;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Finds stored values in a question: any value as a whole, and names also by some of their words. */
final class StoredValues {
    private static final int SHORTEST_STEM = 4;
    private static final String QUOTES = "\"'\u2018\u2019\u201c\u201d`";

    private final Lexicon lexicon;
    private final SchemaGraph graph;
    private final Map<Key, List<String>> values = new LinkedHashMap<>();

    /** Values of a column that are the same words, so differ in case or punctuation alone. */
    private record Key(Attribute attribute, List<String> words) {}

    StoredValues(Lexicon lexicon, SchemaGraph graph, Grounding grounding) {
        this.lexicon = lexicon;
        this.graph = graph;
        for (ValueMatch match : grounding.values()) {
            List<String> words = Words.of(match.value());
            attribute(grounding, match).filter(found -> !words.isEmpty()).ifPresent(found -> {
                List<String> spellings = values.computeIfAbsent(new Key(found, words), key -> new ArrayList<>());
                if (!spellings.contains(match.value())) {
                    spellings.add(match.value());
                }
            });
        }
    }

    private static Optional<Attribute> attribute(Grounding grounding, ValueMatch match) {
        return grounding.schema().table(match.table())
                .flatMap(table -> table.column(match.column()).map(column -> new Attribute(table, column)));
    }

    List<Tagged> in(List<Token> tokens) {
        List<Tagged> found = new ArrayList<>();
        values.forEach((key, spellings) -> {
            boolean partly = graph.isName(key.attribute());
            for (int start = 0; start < tokens.size(); start++) {
                whole(tokens, start, key, spellings).filter(item -> !onlyStructure(tokens, item, spellings))
                        .filter(item -> !speaksOfRows(tokens, item, key.attribute()))
                        .ifPresent(found::add);
                if (partly) {
                    part(tokens, start, key, spellings).ifPresent(found::add);
                }
            }
        });
        return withoutParts(tokens, found);
    }

    /** Words that are a whole value are not meant for a part of another one, nor, spelled just so, for a shorter one. */
    private static List<Tagged> withoutParts(List<Token> tokens, List<Tagged> found) {
        List<Tagged> whole = found.stream().filter(StoredValues::isWhole).toList();
        return found.stream().filter(item -> whole.stream().noneMatch(other -> isShadowed(tokens, item, other)))
                .toList();
    }

    private static boolean isShadowed(List<Token> tokens, Tagged item, Tagged other) {
        boolean same = item.start() == other.start() && item.end() == other.end();
        return isWithin(item, other) && (same ? !isWhole(item) : isSpelledSo(tokens, other));
    }

    private static boolean isWithin(Tagged item, Tagged other) {
        return item.start() >= other.start() && item.end() <= other.end();
    }

    private static boolean isSpelledSo(List<Token> tokens, Tagged item) {
        return item.meaning() instanceof Stored(var attribute, var values, var whole)
                && values.contains(asked(tokens.subList(item.start(), item.end())));
    }

    private static boolean isWhole(Tagged item) {
        return item.meaning() instanceof Stored stored && stored.whole();
    }

    /** "of" is no airport, though one has the code OF. */
    private boolean onlyStructure(List<Token> tokens, Tagged item, List<String> spellings) {
        return item.end() == item.start() + 1 && lexicon.isStructure(tokens.get(item.start()).lower())
                && !spellings.contains(tokens.get(item.start()).text());
    }

    /** "Shipped" speaks of `shipments`, whatever status is stored: a plain word that something else is called after is no value. */
    private boolean speaksOfRows(List<Token> tokens, Tagged item, Attribute attribute) {
        Token token = tokens.get(item.start());
        String word = token.lower();
        if (item.end() > item.start() + 1 || !token.text().equals(word) || isQuoted(token)) {
            return false;
        }
        String stem = Inflection.participleStem(word);
        return stem.length() >= SHORTEST_STEM && graph.tables().stream()
                .anyMatch(table -> isCalledAfter(table.name().name(), stem) || graph.attributesOf(table).stream()
                        .anyMatch(other -> !other.equals(attribute) && isCalledAfter(other.column().name(), stem)));
    }

    private static boolean isQuoted(Token token) {
        return token.gap().chars().anyMatch(sign -> QUOTES.indexOf(sign) >= 0);
    }

    private static boolean isCalledAfter(String name, String stem) {
        return Words.ofName(name).getFirst().startsWith(stem);
    }

    private static Optional<Tagged> whole(List<Token> tokens, int start, Key key, List<String> spellings) {
        int end = matched(tokens, start, key.words(), 0, key.words().size());
        if (end < 0) {
            return Optional.empty();
        }
        // What is spelled just so is meant before what differs in punctuation.
        String asked = asked(tokens.subList(start, end));
        List<String> exact = spellings.stream().filter(spelling -> spelling.equalsIgnoreCase(asked)).toList();
        return Optional
                .of(new Tagged(new Stored(key.attribute(), exact.isEmpty() ? spellings : exact, true), start, end));
    }

    private static String asked(List<Token> tokens) {
        StringBuilder text = new StringBuilder(tokens.getFirst().text());
        tokens.subList(1, tokens.size()).forEach(token -> text.append(token.gap()).append(token.text()));
        return text.toString();
    }

    /** The longest run of the value's words from here on that is not the whole value. */
    private Optional<Tagged> part(List<Token> tokens, int start, Key key, List<String> spellings) {
        for (int length = key.words().size() - 1; length > 0; length--) {
            for (int from = 0; from + length <= key.words().size(); from++) {
                List<String> part = key.words().subList(from, from + length);
                int end = matched(tokens, start, key.words(), from, from + length);
                if (end >= 0 && !part.stream().allMatch(lexicon::knows)) {
                    return Optional.of(new Tagged(new Stored(key.attribute(), spellings, false), start, end));
                }
            }
        }
        return Optional.empty();
    }

    /** The index after the words if they stand at {@code start}, or -1; symbols between them do not count. */
    private static int matched(List<Token> tokens, int start, List<String> words, int from, int to) {
        int at = start;
        for (int i = from; i < to; i++) {
            while (i > from && at < tokens.size() && !tokens.get(at).word()) {
                at++;
            }
            if (at >= tokens.size() || !tokens.get(at).lower().equals(words.get(i))) {
                return -1;
            }
            at++;
        }
        return at;
    }
}
