package io.askwell.llm.agent;

import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** Looks at SQL that was not let through, without parsing it: it may be none. */
final class SqlWords {
    private static final Pattern QUOTED_OR_COMMENT = Pattern.compile(
            "'(?:[^']|'')*'|\\$(\\w*)\\$.*?\\$\\1\\$|--[^\\n]*|/\\*.*?\\*/", Pattern.DOTALL);
    private static final Pattern WORD = Pattern.compile("\"([^\"]+)\"|([\\p{L}_][\\p{L}\\p{N}_]*)");
    private static final Pattern CHANGE = Pattern.compile(
            "(?:^|[;(])[\\s(]*(?:insert|update|delete|merge|truncate|drop|alter|create|grant|revoke|copy|call|do|vacuum|"
                    + "reindex|cluster|refresh|comment|lock|listen|notify|set|reset|begin|start|commit|rollback|abort|"
                    + "savepoint|prepare|execute|load|security)\\b",
            Pattern.CASE_INSENSITIVE);

    private SqlWords() {}

    /** Names and keywords in lower case, without what stands in texts and comments. */
    static Set<String> of(String sql) {
        var words = new LinkedHashSet<String>();
        WORD.matcher(bare(sql)).results()
                .forEach(match -> words.add((match.group(1) == null ? match.group(2) : match.group(1))
                        .toLowerCase(Locale.ROOT)));
        return words;
    }

    /** Whether any statement in it, or in its WITH, sets out to do anything but read. */
    static boolean wantChange(String sql) {
        return CHANGE.matcher(bare(sql)).find();
    }

    private static String bare(String sql) {
        return QUOTED_OR_COMMENT.matcher(sql).replaceAll(" ");
    }
}
