package io.askwell.domain.agent;

/** What came of a piece of SQL that was given to {@link io.askwell.domain.agent.port.out.ReadOnlyQueries}. */
public sealed interface QueryOutcome {

    /**
     * It ran.
     *
     * @param sql what ran: the parsed statement, written anew
     */
    record Read(String sql, Rows rows) implements QueryOutcome {}

    /**
     * The gate did not let it through; it never reached the database.
     *
     * @param reason which rule, in words that help to write it better
     */
    record Refused(String reason) implements QueryOutcome {}

    /**
     * The database rejected it.
     *
     * @param sqlState five characters, such as {@code 42703}
     * @param reason the error class in words, with names from the query but without values
     * @param mendable whether other SQL may do better; false for a timeout or a lost right
     */
    record Rejected(String sqlState, String reason, boolean mendable) implements QueryOutcome {}
}
