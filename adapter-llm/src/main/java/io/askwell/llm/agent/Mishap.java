package io.askwell.llm.agent;

/** A draft of the model that led nowhere, and what the model may learn from it. */
sealed interface Mishap {
    String reason();

    /** The gate or the database did not take the SQL. */
    record FailedQuery(String sql, String reason) implements Mishap {}

    /** There was no SQL to be found in the reply. */
    record UnusableReply(String reason) implements Mishap {}
}
