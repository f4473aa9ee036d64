package io.askwell.domain.agent;

import java.util.Locale;

/** Why a run failed. */
public enum Fault {
    /** No model answered, or it broke off, and the grammar could not step in. */
    MODEL_UNAVAILABLE,
    /** The database could not be reached, or the agent has no login of its own there. */
    DATABASE_UNAVAILABLE,
    /** No SQL could be made that the query gate and the database accept. */
    QUERY_FAILED,
    /** The whole run took longer than it may. */
    DEADLINE_EXCEEDED,
    /** The caller's budget, or that of the run, does not allow the next call of the model, and the grammar could not step in. */
    BUDGET_EXCEEDED,
    /** Its owner ended it, or went away and did not come back. */
    CANCELLED,
    /** The server that worked on it stopped, and it was not to be started again. */
    INTERRUPTED,
    /** A mistake of ours; the log has it. */
    INTERNAL_ERROR;

    /** The name on the wire, such as {@code model-unavailable}. */
    public String label() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
