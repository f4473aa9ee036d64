package io.askwell.persistence.agent;

/** The gate's word on a piece of SQL. */
sealed interface Admission {

    /** @param sql the parsed statement, written anew: this runs, never the text that came */
    record Admitted(String sql) implements Admission {}

    /** @param reason which rule, in words that help to write it better */
    record Refused(String reason) implements Admission {}
}
