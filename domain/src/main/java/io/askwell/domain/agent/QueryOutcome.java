package io.askwell.domain.agent;

import java.util.List;

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
     * @param sqlState the class of the fault, as the database would name it: {@code 42P01} no such table, {@code 42703} no
     *        such column, {@code 42702} a column of several tables, {@code 42601} syntax, {@code 42501} a function, type or
     *        operator that is not allowed, {@code 0A000} syntax that is not allowed, {@code 25006} more than reading,
     *        {@code 54000} too long or too deep
     * @param reason which rule, in words that help to write it better, with the real names where a name was wrong
     * @param nearest for a name that does not exist, the existing ones that are most like it, best first; else empty
     */
    record Refused(String sqlState, String reason, List<String> nearest) implements QueryOutcome {
        public Refused {
            nearest = List.copyOf(nearest);
        }
    }

    /**
     * The database rejected it.
     *
     * @param sqlState five characters, such as {@code 42703}
     * @param reason the error class in words, with names from the query but without values
     * @param mendable whether other SQL may do better; false for a timeout or a lost right
     */
    record Rejected(String sqlState, String reason, boolean mendable) implements QueryOutcome {}
}
