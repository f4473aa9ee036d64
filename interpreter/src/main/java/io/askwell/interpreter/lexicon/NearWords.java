package io.askwell.interpreter.lexicon;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.apache.commons.text.similarity.LevenshteinDistance;

/** Words and names that a misspelt one may stand for. */
public final class NearWords {
    private static final int MOST_OFFERED = 3;
    private static final int LETTERS_AN_EDIT = 4;
    private static final int SHORTEST_WORD = 5;

    private NearWords() {}

    /** The nearest first; only those that share all but about a third of their letters. */
    public static List<String> to(String text, Collection<String> candidates) {
        String sought = text.toLowerCase(Locale.ROOT);
        return candidates.stream().distinct().map(candidate -> Map.entry(candidate, distance(sought, candidate)))
                .filter(candidate -> candidate.getValue() >= 0)
                .sorted(Map.Entry.<String, Integer>comparingByValue()
                        .thenComparing(Comparator.comparing(Map.Entry::getKey)))
                .limit(MOST_OFFERED).map(Map.Entry::getKey).toList();
    }

    /** As {@link #to}, but a name that shares a whole word is near too. */
    public static List<String> toName(String name, Collection<String> candidates) {
        List<String> near = to(name, candidates);
        if (!near.isEmpty()) {
            return near;
        }
        List<String> words = Words.of(name);
        return candidates.stream().distinct()
                .filter(candidate -> Words.of(candidate).stream().anyMatch(word -> words.stream()
                        .anyMatch(sought -> distance(sought, word) >= 0)))
                .sorted().limit(MOST_OFFERED).toList();
    }

    /** Names of several words, of which one is the sought one but for a letter or two. */
    public static List<String> toWordOf(String sought, Collection<String> candidates) {
        String word = sought.toLowerCase(Locale.ROOT);
        LevenshteinDistance few = new LevenshteinDistance(word.length() / LETTERS_AN_EDIT);
        if (word.length() < SHORTEST_WORD) {
            return List.of();
        }
        return candidates.stream().distinct().filter(candidate -> candidate.indexOf(' ') > 0)
                .filter(candidate -> Words.of(candidate).stream()
                        .anyMatch(part -> part.length() >= LETTERS_AN_EDIT && few.apply(word, part) > 0))
                .sorted().limit(MOST_OFFERED).toList();
    }

    /** In edits; -1 if it is too far. */
    private static int distance(String sought, String candidate) {
        int bound = Math.min(3, Math.max(sought.length(), candidate.length()) / 3);
        return new LevenshteinDistance(bound).apply(sought, candidate.toLowerCase(Locale.ROOT));
    }
}
