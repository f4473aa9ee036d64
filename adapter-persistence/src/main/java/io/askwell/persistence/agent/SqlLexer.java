package io.askwell.persistence.agent;

import io.askwell.persistence.agent.SqlToken.Kind;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads the tokens of SQL. Stops at the first thing that Postgres and others may read differently. */
final class SqlLexer {
    private static final String PUNCTUATION = "(),.;:[]";
    private static final String OPERATOR_CHARACTERS = "+-*/<>=~!@#%^&|`?";
    /** An operator that holds one of these may end in a sign. */
    private static final String SIGN_KEEPERS = "~!@#%^&|`?";
    private static final Pattern NUMBER = Pattern.compile("(\\d+(\\.\\d*)?|\\.\\d+)([eE][+-]?\\d+)?");
    /** What Postgres cuts a longer name to, so that it would mean another. */
    private static final int MAX_IDENTIFIER_BYTES = 63;
    private final String sql;
    private final Matcher numbers;
    private final List<SqlToken> tokens = new ArrayList<>();
    private int at;
    private int depth;
    private boolean spaced;

    SqlLexer(String sql) {
        this.sql = sql;
        this.numbers = NUMBER.matcher(sql);
    }

    /** @throws SqlViolation at what is not allowed, or too much */
    List<SqlToken> tokens() {
        while (at < sql.length()) {
            step(sql.charAt(at));
            if (depth > SqlText.MAX_NESTING) {
                throw new SqlViolation(Rule.SIZE,
                        "the SQL is nested deeper than %d levels".formatted(SqlText.MAX_NESTING));
            }
            if (tokens.size() > SqlText.MAX_TOKENS) {
                throw new SqlViolation(Rule.SIZE,
                        "the SQL has more than %d parts".formatted(SqlText.MAX_TOKENS));
            }
        }
        return tokens;
    }

    private void step(char c) {
        if (c == ' ' || c == '\t' || c == '\n' || c == '\r') {
            skip(at + 1);
        } else if (sql.startsWith("--", at)) {
            skip(endOfLine());
        } else if (sql.startsWith("/*", at)) {
            skipBlockComment();
        } else if (c == '\'') {
            literal();
        } else if (c == '"') {
            add(Kind.QUOTED, identifier(quotedBody('"')));
        } else if (isDigit(c) || isFraction(c)) {
            number();
        } else if (isNameStart(c)) {
            word();
        } else if (PUNCTUATION.indexOf(c) >= 0) {
            punctuation(c);
        } else if (OPERATOR_CHARACTERS.indexOf(c) >= 0) {
            operator();
        } else {
            throw notAllowed(c);
        }
    }

    private void punctuation(char c) {
        depth += switch (c) {
            case '(', '[' -> 1;
            case ')', ']' -> -1;
            default -> 0;
        };
        boolean isCast = sql.startsWith("::", at);
        at += isCast ? 2 : 1;
        add(Kind.PUNCTUATION, isCast ? "::" : String.valueOf(c));
    }

    /** As long as it can be, as Postgres does it. */
    private void operator() {
        int end = at;
        boolean mayEndInSign = false;
        while (end < sql.length() && OPERATOR_CHARACTERS.indexOf(sql.charAt(end)) >= 0
                && !sql.startsWith("--", end) && !sql.startsWith("/*", end)) {
            mayEndInSign |= SIGN_KEEPERS.indexOf(sql.charAt(end)) >= 0;
            end++;
        }
        while (!mayEndInSign && end - at > 1 && (sql.charAt(end - 1) == '+' || sql.charAt(end - 1) == '-')) {
            end--;
        }
        String operator = sql.substring(at, end);
        if (!SqlAllowList.OPERATORS.contains(operator)) {
            throw operator.length() == 1
                    ? notAllowed(operator.charAt(0))
                    : new SqlViolation(Rule.OPERATOR, "the operator %s is not allowed".formatted(operator));
        }
        at = end;
        add(Kind.OPERATOR, operator);
    }

    private void number() {
        numbers.region(at, sql.length());
        boolean isNumber = numbers.lookingAt();
        int end = isNumber ? numbers.end() : at;
        if (!isNumber || (end < sql.length() && isNamePart(sql.charAt(end)))) {
            throw new SqlViolation(Rule.TEXT, "it is not valid PostgreSQL: letters right after a number");
        }
        String number = sql.substring(at, end);
        at = end;
        add(Kind.NUMBER, number);
    }

    private void word() {
        if (sql.regionMatches(true, at, "U&\"", 0, 3)) {
            at += 2;
            unicodeIdentifier(quotedBody('"'));
            return;
        }
        if (sql.regionMatches(true, at, "U&'", 0, 3)) {
            throw prefixed();
        }
        int end = at;
        while (end < sql.length() && isNamePart(sql.charAt(end))) {
            end++;
        }
        String word = SqlIdentifiers.resolved(sql.substring(at, end));
        at = end;
        if (at < sql.length() && (sql.charAt(at) == '\'' || sql.charAt(at) == '"')) {
            throw prefixed();
        }
        add(Kind.WORD, identifier(word));
    }

    /** {@code U&"d\0061t\+000061"}, which may name another escape character after it. */
    private void unicodeIdentifier(String body) {
        Matcher uescape = Pattern.compile("[ \\t\\r\\n]*UESCAPE[ \\t\\r\\n]*'([^'])'", Pattern.CASE_INSENSITIVE)
                .matcher(sql).region(at, sql.length());
        char escape = '\\';
        if (uescape.lookingAt()) {
            escape = uescape.group(1).charAt(0);
            at = uescape.end();
        }
        add(Kind.QUOTED, identifier(UnicodeEscapes.decode(body, escape)));
    }

    /** Postgres joins two texts that only a line's end parts; a reader that does not would see two. */
    private void literal() {
        if (!tokens.isEmpty() && tokens.getLast().kind() == Kind.LITERAL) {
            throw new SqlViolation(Rule.TEXT, "a quoted text stands where it could be read in two ways");
        }
        add(Kind.LITERAL, plain(quotedBody('\'')));
    }

    /** The text up to the closing quote. A doubled quote stands for itself, and stays doubled in a text. */
    private String quotedBody(char quote) {
        int end = at + 1;
        while (end < sql.length() && (sql.charAt(end) != quote || sql.startsWith("" + quote + quote, end))) {
            end += sql.charAt(end) == quote ? 2 : 1;
        }
        if (end >= sql.length()) {
            throw new SqlViolation(Rule.TEXT, "it is not valid PostgreSQL: a quote is not closed");
        }
        String body = sql.substring(at + 1, end);
        at = end + 1;
        return quote == '"' ? body.replace("\"\"", "\"") : body;
    }

    private static String identifier(String name) {
        if (name.isEmpty() || name.getBytes(StandardCharsets.UTF_8).length > MAX_IDENTIFIER_BYTES) {
            throw new SqlViolation(Rule.TEXT, "a name must have 1 to %d bytes".formatted(MAX_IDENTIFIER_BYTES));
        }
        if (name.codePoints().anyMatch(c -> Character.getType(c) == Character.FORMAT)) {
            throw new SqlViolation(Rule.TEXT, "a name must not hold invisible characters");
        }
        return plain(name);
    }

    /** Without what ends or garbles the text on its way to the database. */
    private static String plain(String text) {
        if (text.codePoints().anyMatch(c -> (Character.isISOControl(c) && c != '\t' && c != '\n' && c != '\r')
                || Character.getType(c) == Character.SURROGATE)) {
            throw new SqlViolation(Rule.TEXT, "a quoted text must not hold control characters");
        }
        return text;
    }

    private int endOfLine() {
        int end = at;
        while (end < sql.length() && sql.charAt(end) != '\n' && sql.charAt(end) != '\r') {
            end++;
        }
        return end;
    }

    /** Postgres nests these, others do not: so none may hold another. */
    private void skipBlockComment() {
        int end = sql.indexOf("*/", at + 2);
        if (end < 0 || sql.substring(at + 2, end).contains("/*")) {
            throw new SqlViolation(Rule.TEXT,
                    "it is not valid PostgreSQL: a comment is not closed or holds another");
        }
        skip(end + 2);
    }

    private void skip(int to) {
        spaced = true;
        at = to;
    }

    private void add(Kind kind, String value) {
        tokens.add(new SqlToken(kind, value, spaced));
        spaced = false;
    }

    private static SqlViolation prefixed() {
        return new SqlViolation(Rule.TEXT, "a prefix before a quoted text is not allowed");
    }

    private static SqlViolation notAllowed(char c) {
        return new SqlViolation(OPERATOR_CHARACTERS.indexOf(c) >= 0 ? Rule.OPERATOR : Rule.TEXT,
                "the character %s is not allowed outside quotes".formatted(c));
    }

    private static boolean isNameStart(char c) {
        return c == '_' || Character.isLetter(c) || Character.isSurrogate(c);
    }

    private static boolean isNamePart(char c) {
        return isNameStart(c) || isDigit(c);
    }

    private boolean isFraction(char c) {
        return c == '.' && at + 1 < sql.length() && isDigit(sql.charAt(at + 1));
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }
}
