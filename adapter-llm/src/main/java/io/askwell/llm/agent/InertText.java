package io.askwell.llm.agent;

import java.util.function.Consumer;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * Makes text only text wherever it is shown: no HTML tag, no link or image of Markdown, no address that a client makes
 * clickable, no control character. What it breaks stays legible: {@code https://a.example} becomes
 * {@code https[://]a.example}, as is usual in reports about hostile addresses. Held back is only a last character whose
 * next one decides: {@code < ] :} and a few more.
 */
final class InertText {
    private static final String SCHEMES = "javascript|vbscript|livescript|data|blob|file|about|mailto|tel|sms|view-source|intent";
    private static final String WORD = "[\\p{L}\\p{N}]";
    private static final String WWW = "(?<=(?<![\\p{L}\\p{N}.])www)\\.";
    private static final Pattern ACTIVE = Pattern.compile("(?<tag><(?=[A-Za-z/!?]))|(?<link>](?=[(:]))|(?<address>://)"
            + "|(?<scheme>(?<=(?<!" + WORD + ")(?:" + SCHEMES + ")):(?=\\S))|(?<host>" + WWW + "(?=" + WORD + "))"
            // Controls, the marks that turn the direction of text, and the invisible alphabet of tags.
            + "|(?<hidden>[\\p{Cc}&&[^\\n\\t\\r]]|[\\u202A-\\u202E\\u2066-\\u2069]|[\\x{E0000}-\\x{E007F}])",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern UNDECIDED = Pattern.compile("(?:[<\\]]|:/?|" + WWW + "|[\\uD800-\\uDBFF])\\z",
            Pattern.CASE_INSENSITIVE);

    private InertText() {}

    static PatternFilter filter(Consumer<String> shown) {
        return new PatternFilter(ACTIVE, UNDECIDED, InertText::broken, shown);
    }

    private static String broken(MatchResult active) {
        boolean keepsApart = active.group("tag") != null || active.group("link") != null;
        return active.group("hidden") != null ? "" : keepsApart ? active.group() + " " : "[" + active.group() + "]";
    }
}
