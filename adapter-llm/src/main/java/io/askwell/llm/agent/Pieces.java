package io.askwell.llm.agent;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** Cuts a finished text into pieces, so that it arrives like one that is being written. */
final class Pieces {
    private static final int MOST = 40;
    private static final Pattern BEFORE_A_WORD = Pattern.compile("(?<=\\s)(?=\\S)");

    private Pieces() {}

    /** Some words each; at least two pieces if there are two words; joined they are the text. */
    static List<String> of(String text) {
        String[] words = BEFORE_A_WORD.split(text);
        int each = Math.ceilDiv(words.length, MOST);
        var pieces = new ArrayList<String>();
        for (int from = 0; from < words.length; from += each) {
            pieces.add(String.join("", List.of(words).subList(from, Math.min(from + each, words.length))));
        }
        return pieces;
    }
}
