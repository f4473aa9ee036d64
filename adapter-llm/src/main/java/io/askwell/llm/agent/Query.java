package io.askwell.llm.agent;

import io.askwell.domain.agent.Interpretation.Wording;
import java.util.Optional;

/** SQL that shall answer the question, and what its author says about it. */
sealed interface Query {
    String sql();

    /** @param wording puts the rows into words */
    record ByGrammar(String sql, String reading, Wording wording) implements Query {}

    /** @param thought may be empty */
    record ByModel(String sql, String thought) implements Query {

        /** The thought, where there is one. */
        Optional<String> reading() {
            return Optional.of(thought).filter(text -> !text.isBlank());
        }
    }
}
