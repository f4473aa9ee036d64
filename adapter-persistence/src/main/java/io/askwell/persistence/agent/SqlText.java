package io.askwell.persistence.agent;

import java.util.ArrayList;
import java.util.List;

/**
 * SQL split into tokens by the rules of Postgres, restricted to what every reader of SQL splits alike. Where the parser
 * and the database would disagree on where a text ends, one of them could be shown something the other does not see; so
 * prefixed and dollar-quoted texts, and characters outside the few that queries need, are refused.
 *
 * @param clean without comments
 * @param literals the bodies of its quoted texts, as written, in order
 */
record SqlText(String clean, List<String> literals) {
    static final int MAX_LENGTH = 10_000;
    static final int MAX_NESTING = 40;
    static final int MAX_TOKENS = 3_000;
    private static final String PUNCTUATION = "(),.;:*+-/%=<>[]";

    /** @throws SqlViolation if it is too long, too deep, or not of that kind */
    static SqlText of(String sql) {
        if (sql.length() > MAX_LENGTH) {
            throw new SqlViolation("the SQL is longer than %d characters".formatted(MAX_LENGTH));
        }
        return new Lexer(sql).read();
    }

    private static final class Lexer {
        private final String sql;
        private final StringBuilder clean = new StringBuilder();
        private final List<String> literals = new ArrayList<>();
        private int at;
        private int depth;
        private int tokens;

        Lexer(String sql) {
            this.sql = sql;
        }

        SqlText read() {
            while (at < sql.length()) {
                step(sql.charAt(at));
                if (depth > MAX_NESTING) {
                    throw new SqlViolation("the SQL is nested deeper than %d levels".formatted(MAX_NESTING));
                }
                if (tokens > MAX_TOKENS) {
                    throw new SqlViolation("the SQL has more than %d parts".formatted(MAX_TOKENS));
                }
            }
            return new SqlText(clean.toString(), List.copyOf(literals));
        }

        private void step(char c) {
            if (c == ' ' || c == '\t' || c == '\n' || c == '\r') {
                take(1);
            } else if (sql.startsWith("--", at)) {
                int end = sql.indexOf('\n', at);
                skip(end < 0 ? sql.length() : end);
            } else if (sql.startsWith("/*", at)) {
                skipBlockComment();
            } else if (c == '\'') {
                literals.add(quoted(c));
            } else if (c == '"') {
                quoted(c);
            } else if (isNamePart(c)) {
                name();
            } else {
                punctuation(c);
            }
        }

        private void punctuation(char c) {
            depth += switch (c) {
                case '(', '[' -> 1;
                case ')', ']' -> -1;
                default -> 0;
            };
            tokens++;
            if (PUNCTUATION.indexOf(c) >= 0) {
                take(1);
            } else if (sql.startsWith("||", at) || sql.startsWith("!=", at)) {
                take(2);
            } else {
                throw new SqlViolation("the character %s is not allowed outside quotes".formatted(c));
            }
        }

        private void name() {
            tokens++;
            int end = at;
            while (end < sql.length() && isNamePart(sql.charAt(end))) {
                end++;
            }
            take(end - at);
            if (at < sql.length() && (sql.charAt(at) == '\'' || sql.charAt(at) == '"')) {
                throw new SqlViolation("a prefix before a quoted text is not allowed");
            }
        }

        private static boolean isNamePart(char c) {
            return c == '_' || Character.isLetterOrDigit(c) || Character.isSurrogate(c);
        }

        /** A doubled quote stands for itself. */
        private String quoted(char quote) {
            tokens++;
            int end = at + 1;
            while (end < sql.length() && (sql.charAt(end) != quote || sql.startsWith("" + quote + quote, end))) {
                end += sql.charAt(end) == quote ? 2 : 1;
            }
            if (end >= sql.length()) {
                throw new SqlViolation("it is not valid PostgreSQL: a quote is not closed");
            }
            String body = sql.substring(at + 1, end);
            take(end + 1 - at);
            return body;
        }

        /** Postgres nests these, others do not: so none may hold another. */
        private void skipBlockComment() {
            int end = sql.indexOf("*/", at + 2);
            if (end < 0 || sql.substring(at + 2, end).contains("/*")) {
                throw new SqlViolation("it is not valid PostgreSQL: a comment is not closed or holds another");
            }
            skip(end + 2);
        }

        private void skip(int to) {
            clean.append(' ');
            at = to;
        }

        private void take(int length) {
            clean.append(sql, at, at + length);
            at += length;
        }
    }
}
