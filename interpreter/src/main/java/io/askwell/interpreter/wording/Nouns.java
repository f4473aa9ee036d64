package io.askwell.interpreter.wording;

import io.askwell.domain.agent.Schema.Table;
import io.askwell.interpreter.lexicon.Inflection;
import io.askwell.interpreter.lexicon.Ordinals;
import io.askwell.interpreter.lexicon.Words;
import io.askwell.interpreter.logic.Attribute;
import io.askwell.interpreter.logic.Rank;
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

    /** "second " for that place alone, "2 " for two of them, nothing for the end itself. */
    static String place(Rank rank) {
        if (rank.alone()) {
            return Ordinals.word(rank.places()) + " ";
        }
        return rank.places() == 1 ? "" : rank.places() + " ";
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
