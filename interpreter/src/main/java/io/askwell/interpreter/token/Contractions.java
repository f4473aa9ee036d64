package io.askwell.interpreter.token;

import io.askwell.interpreter.lexicon.Keyword;
import io.askwell.interpreter.lexicon.Meaning.Structure;
import java.util.List;
import java.util.Set;

/** Tells the letters behind an apostrophe from words of their own. */
final class Contractions {
    private static final Set<String> TAILS = Set.of("s", "t", "d", "re", "ve");

    private Contractions() {}

    /** "s" is "is" or a possessive only behind an apostrophe. */
    static boolean allow(List<Token> tokens, Tagged item) {
        Token first = tokens.get(item.start());
        // "Name the students" commands; "find the name" does not.
        if (item.start() > 0 && first.lower().equals("name") && item.meaning() instanceof Structure(var keyword)
                && keyword == Keyword.LIST) {
            return false;
        }
        // "At least two" is no superlative of two.
        if (item.start() > 0 && tokens.get(item.start() - 1).lower().equals("at")
                && item.meaning() instanceof Structure(var keyword)
                && (keyword == Keyword.FEWEST || keyword == Keyword.MOST)) {
            return false;
        }
        return !(item.meaning() instanceof Structure structure) || structure.keyword() == Keyword.POLITE
                || !TAILS.contains(first.lower()) || first.gap().equals("'") || first.gap().equals("\u2019");
    }
}
