package io.askwell.rest.agent;

import io.askwell.domain.agent.ConversationId;
import io.askwell.domain.agent.Run;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A run as it stands.
 *
 * @param status {@code running}, {@code completed}, {@code failed} or {@code cancelled}
 * @param conversationId null where the question stands alone
 * @param attempt from 1; higher if the run had to be started again
 * @param endedAt null while it goes on
 */
record RunSummary(String runId, String status, String question, @Nullable String conversationId, String mode,
        int attempt, Instant askedAt,
        @Nullable Instant endedAt) {

    static RunSummary of(Run run) {
        return new RunSummary(run.id().value(), run.state().label(), run.question().text(),
                run.conversation().map(ConversationId::value).orElse(null), run.mode().label(),
                run.attempt(), run.askedAt(), run.endedAt().orElse(null));
    }
}
