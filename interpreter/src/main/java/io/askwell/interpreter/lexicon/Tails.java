package io.askwell.interpreter.lexicon;

import io.askwell.interpreter.logic.Attribute;
import java.util.List;

/** Nouns that people put behind the name of a column to say what kind of value it holds. */
public final class Tails {
    private static final List<String> OF_NUMBERS = List.of("score", "value", "size", "amount", "percentage", "rate",
            "ratio", "figure", "level", "count", "number", "rating");
    private static final List<String> OF_TEXTS = List.of("type", "kind", "category", "name", "value", "status",
            "title", "address");
    private static final List<String> OF_DATES = List.of("date", "time");
    private static final List<String> OF_OTHERS = List.of("status", "value", "flag");

    private Tails() {}

    /** Whether such a word behind the column's name says nothing, for no column of its table is called so by itself. */
    public static boolean allow(Attribute attribute, String word) {
        String tail = Inflection.singular(word);
        return of(attribute).contains(tail) && attribute.table().columns().stream()
                .flatMap(column -> Words.ofName(column.name()).stream()).map(Inflection::singular)
                .noneMatch(tail::equals);
    }

    private static List<String> of(Attribute attribute) {
        if (attribute.numeric()) {
            return OF_NUMBERS;
        }
        if (attribute.textual()) {
            return OF_TEXTS;
        }
        return attribute.dated() ? OF_DATES : OF_OTHERS;
    }
}
