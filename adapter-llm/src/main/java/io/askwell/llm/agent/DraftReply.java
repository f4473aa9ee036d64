package io.askwell.llm.agent;

/** What the model says when it is asked for SQL. */
sealed interface DraftReply {

    /** @param thought may be empty */
    record Sql(String thought, String sql) implements DraftReply {}

    /** It asks back. */
    record Clarify(String text) implements DraftReply {}

    /** It says why it gives no SQL. */
    record Decline(String text) implements DraftReply {}

    /** @param reason what is wrong with the reply, for the model */
    record Unusable(String reason) implements DraftReply {}
}
