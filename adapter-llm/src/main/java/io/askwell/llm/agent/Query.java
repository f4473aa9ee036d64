package io.askwell.llm.agent;

import io.askwell.domain.agent.Interpretation.Wording;

/** SQL that shall answer the question, and what its author says about it. */
sealed interface Query {
    String sql();

    /** @param wording puts the rows into words */
    record ByGrammar(String sql, String reading, Wording wording) implements Query {}

    /** @param thought may be empty */
    record ByModel(String sql, String thought) implements Query {}
}
