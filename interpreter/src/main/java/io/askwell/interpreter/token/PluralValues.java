package io.askwell.interpreter.token;

import io.askwell.interpreter.lexicon.Inflection;
import io.askwell.interpreter.lexicon.Meaning;
import io.askwell.interpreter.lexicon.Meaning.NamesKind;
import io.askwell.interpreter.lexicon.Meaning.Stored;
import io.askwell.interpreter.lexicon.Words;
import io.askwell.interpreter.logic.Attribute;
import io.askwell.interpreter.logic.SchemaGraph;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Stored values in the plural, and the rows that have them: "engineers" for workers whose job is `Engineer`. */
final class PluralValues {
    private static final int SHORTEST = 4;

    private final List<Attribute> columns;

    PluralValues(SchemaGraph graph) {
        this.columns = graph.tables().stream().flatMap(table -> graph.attributesOf(table).stream())
                .filter(attribute -> attribute.textual() && !graph.isKey(attribute)).toList();
    }

    /** @param tagged what else the words mean: a plural that means something is no value */
    List<Tagged> in(List<Token> tokens, List<Tagged> tagged) {
        List<Tagged> found = new ArrayList<>();
        for (int i = 0; i < tokens.size(); i++) {
            int at = i;
            String word = tokens.get(i).lower();
            String singular = Inflection.singular(word);
            if (!singular.equals(word) && singular.length() >= SHORTEST
                    && tagged.stream().noneMatch(item -> item.start() <= at && at < item.end())) {
                columns.forEach(column -> column.column().values().stream()
                        .flatMap(value -> endingAt(at, singular, column, value, tokens)).forEach(found::add));
            }
        }
        return found;
    }

    private static Stream<Tagged> endingAt(int last, String singular, Attribute column, String value,
            List<Token> tokens) {
        List<String> words = Words.of(value);
        int start = last + 1 - words.size();
        boolean same = !words.isEmpty() && words.getLast().equals(singular) && start >= 0
                && tokens.subList(start, last).stream().map(Token::lower).toList()
                        .equals(words.subList(0, words.size() - 1));
        return same
                ? Stream.<Meaning>of(new Stored(column, List.of(value), true), new NamesKind(column, value))
                        .map(meaning -> new Tagged(meaning, start, last + 1))
                : Stream.empty();
    }
}
