package io.askwell.domain.agent;

import io.askwell.domain.access.Caller;
import java.util.Optional;

/**
 * A caller's question.
 *
 * @param mode who shall answer; empty leaves it to the configuration
 * @param detached whether the run goes on though nobody watches it
 */
public record Ask(Caller caller, Question question, Optional<Mode> mode, boolean detached) {

    /** A question whose asker watches. */
    public Ask(Caller caller, Question question, Optional<Mode> mode) {
        this(caller, question, mode, false);
    }
}
