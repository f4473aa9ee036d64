package io.askwell.domain.agent;

import io.askwell.domain.access.Caller;
import java.util.Optional;

/**
 * A caller's question.
 *
 * @param conversation which it belongs to; empty if it stands alone
 * @param mode who shall answer; empty leaves it to the configuration
 * @param detached whether the run goes on though nobody watches it
 */
public record Ask(Caller caller, Question question, Optional<ConversationId> conversation, Optional<Mode> mode,
        boolean detached) {

    /** A question that stands alone, whose asker watches. */
    public Ask(Caller caller, Question question, Optional<Mode> mode) {
        this(caller, question, Optional.empty(), mode, false);
    }
}
