package io.askwell.llm.agent;

import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Splits names and sentences into words that can be compared: lower case, singular, without endings. */
final class Words {
    private static final Pattern BETWEEN = Pattern.compile("[^\\p{L}\\p{N}]+|(?<=\\p{Ll})(?=\\p{Lu})");
    private static final Set<String> IDLE = Set.of("a", "about", "all", "an", "and", "any", "are", "as", "at", "be",
            "been",
            "by", "can", "did", "do", "does", "each", "ever", "every", "for", "from", "get", "give", "had", "has",
            "have",
            "how", "i", "id", "in", "into", "is", "it", "its", "last", "least", "list", "made", "many", "me", "more",
            "most", "much", "no", "not", "of", "on", "one", "or", "our", "per", "show", "tell", "than", "that", "the",
            "their", "them", "there", "these", "they", "this", "those", "to", "us", "was", "we", "were", "what", "when",
            "where", "which", "who", "whom", "whose", "why", "with", "would", "you", "your");

    private Words() {}

    static Set<String> of(String text) {
        return Arrays.stream(BETWEEN.split(text)).map(word -> word.toLowerCase(Locale.ROOT))
                .filter(word -> word.length() > 1 && !IDLE.contains(word)).map(Words::stem)
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    /** What is left of a word without the endings that inflect it. */
    private static String stem(String word) {
        for (String ending : new String[]{"ies", "sses", "ments", "ment", "ings", "ing", "ers", "ed", "es", "s", "e"}) {
            int rest = word.length() - ending.length();
            if (word.endsWith(ending) && rest >= 3) {
                return ending.equals("ies") ? word.substring(0, rest) + "y" : word.substring(0, rest);
            }
        }
        return word;
    }

    /** How far two stems are the same word: 1 if they are, less if one begins with the other, else 0. */
    static double likeness(String one, String other) {
        if (one.equals(other)) {
            return 1;
        }
        int shorter = Math.min(one.length(), other.length());
        boolean begins = shorter >= 4 && one.regionMatches(0, other, 0, shorter);
        return begins ? 0.6 : 0;
    }
}
