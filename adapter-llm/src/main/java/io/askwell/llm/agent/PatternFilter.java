package io.askwell.llm.agent;

import java.util.function.Consumer;
import java.util.function.Function;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Passes on text piece by piece, with what a pattern finds replaced, however the text is cut into pieces. */
final class PatternFilter implements Consumer<String> {
    /** As far as the patterns look back, and more. */
    private static final int CONTEXT = 24;
    private final Pattern found;
    private final Pattern undecided;
    private final Function<MatchResult, String> replacement;
    private final Consumer<String> shown;
    private String before = "";
    private String held = "";

    /**
     * @param undecided the end of a text that may become, with what follows, something that is found: it is held back. It
     *        has no white space
     */
    PatternFilter(Pattern found, Pattern undecided, Function<MatchResult, String> replacement, Consumer<String> shown) {
        this.found = found;
        this.undecided = undecided;
        this.replacement = replacement;
        this.shown = shown;
    }

    @Override
    public void accept(String piece) {
        String text = before + held + piece;
        Matcher end = from(lastWord(text), text.length(), undecided, text);
        pass(text, end.find() ? end.start() : text.length());
    }

    /** Where the last word begins of what is not passed on yet. */
    private int lastWord(String text) {
        int start = text.length();
        while (start > before.length() && !Character.isWhitespace(text.charAt(start - 1))) {
            start--;
        }
        return start;
    }

    /** Nothing more comes: what was held back is shown. */
    void end() {
        String text = before + held;
        pass(text, text.length());
    }

    private void pass(String text, int end) {
        Matcher matcher = from(before.length(), end, found, text);
        var replaced = new StringBuilder();
        int from = before.length();
        while (matcher.find()) {
            replaced.append(text, from, matcher.start()).append(replacement.apply(matcher));
            from = matcher.end();
        }
        replaced.append(text, from, end);
        before = text.substring(Math.max(0, end - CONTEXT), end);
        held = text.substring(end);
        if (!replaced.isEmpty()) {
            shown.accept(replaced.toString());
        }
    }

    /** Looks behind the beginning and ahead of the end, but finds nothing there. */
    private static Matcher from(int start, int end, Pattern pattern, String text) {
        return pattern.matcher(text).region(start, end).useTransparentBounds(true).useAnchoringBounds(false);
    }
}
