package io.askwell.domain.agent;

import io.askwell.domain.access.Caller;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/**
 * One question on its way to an answer. To all but its owner it does not exist.
 *
 * @param conversation which it belongs to; empty if it stands alone
 * @param mode who answers
 * @param detached whether it goes on though nobody watches
 * @param attempt from 1; higher if it had to be started again
 * @param endedAt empty while it goes on
 */
public record Run(RunId id, Caller owner, Question question, Optional<ConversationId> conversation, Mode mode,
        boolean detached, int attempt, RunState state, Instant askedAt, Optional<Instant> endedAt) {

    /** A run that begins. */
    public static Run of(RunId id, Ask ask, Mode mode, Instant now) {
        return new Run(id, ask.caller(), ask.question(), ask.conversation(), mode, ask.detached(), 1,
                RunState.RUNNING, moment(now), Optional.empty());
    }

    /** The same run as it is after the event. */
    public Run after(AgentEvent event, Instant now) {
        return event.isTerminal()
                ? new Run(id, owner, question, conversation, mode, detached, attempt, RunState.after(event), askedAt,
                        Optional.of(moment(now)))
                : this;
    }

    /** As exact as a log keeps it, so that a run shows the same times while it goes on and afterwards. */
    private static Instant moment(Instant now) {
        return now.truncatedTo(ChronoUnit.MICROS);
    }
}
