package io.askwell.llm.agent;

/** A draft of the model that led nowhere, and what the model may learn from it. */
sealed interface Mishap {

    /** The gate or the database did not take the SQL. */
    record FailedQuery(String sql, Diagnosis diagnosis) implements Mishap {}

    /** There was no SQL to be found in the reply. */
    record UnusableReply(String reason) implements Mishap {}
}
