package io.askwell.domain.agent;

import java.util.Locale;

/** The steps in which an answer is made: the nodes of the agent's graph, and what may come before them. */
public enum Step {
    /** An earlier attempt was lost with the server that worked on it; everything begins anew. */
    RESTARTED,
    /** Finds the schema and the stored values that the question names. */
    RECALL,
    /** The grammar reads the question. */
    INTERPRET,
    /** The model drafts SQL, declines, or asks back. */
    DRAFT,
    /** The query gate checks the SQL and the database runs it. */
    EXECUTE,
    /** The model mends SQL that failed. */
    REPAIR,
    /** The rows are put into words. */
    ANSWER;

    /** The name on the wire. */
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }
}
