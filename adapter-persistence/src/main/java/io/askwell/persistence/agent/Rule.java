package io.askwell.persistence.agent;

/**
 * The gate's rules, in the order in which it applies them, each with the SQLSTATE that the database has for such a fault.
 */
enum Rule {
    /** The text is too long, too deep, or has too many parts; before anything is parsed. */
    SIZE("54000"),
    /** The text holds what readers of SQL could read in two ways. */
    TEXT("42601"),
    /** An operator outside the allow-list. */
    OPERATOR("42501"),
    /** The parser cannot read it. */
    PARSER("42601"),
    /** Not exactly one statement, or not one that only reads. */
    STATEMENT("25006"),
    /** A kind of syntax outside the allow-list. */
    SYNTAX("0A000"),
    /** A function outside the allow-list, or one that could make endless values. */
    FUNCTION("42501"),
    /** A type outside the allow-list. */
    TYPE("42501"),
    /** The parsed statement, written anew, is not the statement that came. */
    REWRITE("0A000"),
    /** A table that the agent cannot see. */
    TABLE("42P01"),
    /** A column that the agent cannot see, or a whole row in the place of one. */
    COLUMN("42703"),
    /** A name that several tables have. */
    AMBIGUITY("42702"),
    /** A word that is neither a name which one of the rules above has judged nor a known word of SQL. */
    WORD("42601");

    private final String sqlState;

    Rule(String sqlState) {
        this.sqlState = sqlState;
    }

    String sqlState() {
        return sqlState;
    }
}
