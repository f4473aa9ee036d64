package io.askwell.persistence.agent;

import static io.askwell.persistence.Identifiers.quoted;

/**
 * One token of SQL.
 *
 * @param value a word in lower case, a quoted identifier or text without its quotes (a doubled quote in a text stays
 *        doubled), else as written
 * @param afterSpace whether something separates it from the token before
 */
record SqlToken(Kind kind, String value, boolean afterSpace) {

    enum Kind {
        WORD, QUOTED, LITERAL, NUMBER, OPERATOR, PUNCTUATION
    }

    boolean is(String punctuation) {
        return kind == Kind.PUNCTUATION && value.equals(punctuation);
    }

    boolean isName() {
        return kind == Kind.WORD || kind == Kind.QUOTED;
    }

    boolean same(SqlToken other) {
        return kind == other.kind && value.equals(other.value);
    }

    /** The parser takes {@code #} and {@code @} beside a name for a part of it, so operators stand apart. */
    String spaced() {
        return switch (kind) {
            case OPERATOR -> value.equals("*") ? (afterSpace ? " *" : "*") : " " + value + " ";
            case LITERAL -> (afterSpace ? " '" : "'") + value + "'";
            case QUOTED -> (afterSpace ? " " : "") + quoted(value);
            default -> (afterSpace ? " " : "") + value;
        };
    }
}
