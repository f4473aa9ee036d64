package io.askwell.interpreter.wording;

import io.askwell.domain.agent.Schema.Table;
import io.askwell.interpreter.lexicon.Inflection;
import io.askwell.interpreter.lexicon.Words;
import io.askwell.interpreter.logic.Attribute;
import java.util.ArrayList;
import java.util.List;

/** What tables and columns are called in a sentence. */
final class Nouns {
    private Nouns() {}

    static String singular(Table table) {
        return withLast(Words.ofName(table.name().name()), true);
    }

    static String plural(Table table) {
        return withLast(Words.ofName(table.name().name()), false);
    }

    /** "1 order", "2 orders", "no orders". */
    static String counted(Table table, long count) {
        return count(count) + " " + (count == 1 ? singular(table) : plural(table));
    }

    static String count(long count) {
        return count == 0 ? "no" : String.valueOf(count);
    }

    static String of(Attribute attribute) {
        return String.join(" ", Words.ofName(attribute.column().name()));
    }

    static String plural(Attribute attribute) {
        return withLast(Words.ofName(attribute.column().name()), false);
    }

    static String withArticle(String noun) {
        return ("aeiou".indexOf(noun.charAt(0)) >= 0 ? "an " : "a ") + noun;
    }

    private static String withLast(List<String> words, boolean singular) {
        if (words.isEmpty()) {
            return "row";
        }
        List<String> phrase = new ArrayList<>(words);
        String noun = Inflection.singular(phrase.removeLast());
        phrase.add(singular ? noun : Inflection.plural(noun));
        return String.join(" ", phrase);
    }
}
