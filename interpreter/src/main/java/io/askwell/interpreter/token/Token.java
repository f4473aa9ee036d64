package io.askwell.interpreter.token;

import java.util.Locale;

/**
 * A word, or a symbol that may carry meaning.
 *
 * @param text as written
 * @param start offset in the question
 * @param gap what stands between the token before and this one
 */
public record Token(String text, int start, String gap, boolean word) {
    public String lower() {
        return text.toLowerCase(Locale.ROOT);
    }

    public int end() {
        return start + text.length();
    }

    public boolean capitalised() {
        return word && Character.isUpperCase(text.codePointAt(0));
    }

    public boolean afterComma() {
        return gap.indexOf(',') >= 0;
    }
}
