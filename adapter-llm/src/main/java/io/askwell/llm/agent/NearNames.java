package io.askwell.llm.agent;

import io.askwell.domain.agent.Spelling;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** Finds the names that a misspelt one may have meant. */
final class NearNames {
    private static final int MOST = 3;

    private record Near(String name, int distance) {}

    private NearNames() {}

    /** The nearest first; empty if none is near. */
    static List<String> of(String wrong, Stream<String> names) {
        String asked = wrong.toLowerCase(Locale.ROOT);
        int tolerated = Math.max(1, asked.length() / 3);
        return names.distinct().map(name -> new Near(name, distance(asked, name.toLowerCase(Locale.ROOT))))
                .filter(near -> near.distance() <= tolerated)
                .sorted(Comparator.comparingInt(Near::distance).thenComparing(Near::name)).limit(MOST).map(Near::name)
                .toList();
    }

    /** A name that holds the other is near it, since models shorten and lengthen names. Otherwise Levenshtein's. */
    private static int distance(String one, String other) {
        boolean within = Math.min(one.length(), other.length()) > 2 && (one.contains(other) || other.contains(one));
        return within ? 1 : Spelling.edits(one, other);
    }
}
