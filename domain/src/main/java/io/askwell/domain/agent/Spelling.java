package io.askwell.domain.agent;

import java.util.stream.IntStream;

/** How alike two names are written. */
public final class Spelling {
    private Spelling() {}

    /** Levenshtein's distance: the letters to change, add or leave out. Two that changed places count as two. */
    public static int edits(String one, String other) {
        int[] row = IntStream.rangeClosed(0, other.length()).toArray();
        for (int i = 1; i <= one.length(); i++) {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j <= other.length(); j++) {
                int substituted = diagonal + (one.charAt(i - 1) == other.charAt(j - 1) ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.min(substituted, Math.min(row[j], row[j - 1]) + 1);
            }
        }
        return row[other.length()];
    }
}
