package io.askwell.rest.agent;

import io.askwell.domain.agent.AgentEvent.Completed;
import io.askwell.domain.agent.ConversationId;
import io.askwell.domain.agent.Question;
import io.askwell.domain.agent.Rows;
import io.askwell.domain.agent.StepTiming;
import io.askwell.domain.agent.TokenUsage;
import io.askwell.domain.agent.Transcript;
import io.askwell.domain.agent.Verdict;
import io.askwell.domain.agent.Verdict.Answered;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A whole run as a client gets it.
 *
 * @param conversationId null where the question stands alone
 * @param outcome {@code answered}, {@code declined} or {@code clarify}
 * @param sql what ran; null unless answered
 * @param origin who wrote the SQL: {@code grammar} or {@code model}; null unless answered
 * @param reading how the question was understood, where that is said in words
 * @param readings the meanings to choose from, where the outcome is {@code clarify}
 * @param rows one list of cells for each row, in the order of {@code columns}
 * @param truncated whether there were more rows than these
 * @param unsupportedNumbers numbers of the answer that stand neither in the rows nor in the question nor in the SQL
 */
record AnswerResponse(String runId, String question, @Nullable String conversationId, String outcome, String answer,
        @Nullable String sql,
        @Nullable String origin, @Nullable String reading, List<String> readings, List<String> columns,
        List<List<@Nullable Object>> rows, boolean truncated, List<StepResponse> steps, UsageResponse usage,
        List<String> unsupportedNumbers) {
    private static final Rows NO_ROWS = new Rows(List.of(), List.of(), false);

    /** @param ms wall-clock milliseconds */
    record StepResponse(String name, long ms) {
        static StepResponse of(StepTiming timing) {
            return new StepResponse(timing.step().label(), timing.millis());
        }
    }

    record UsageResponse(long promptTokens, long completionTokens, long totalTokens) {
        static UsageResponse of(TokenUsage usage) {
            return new UsageResponse(usage.promptTokens(), usage.completionTokens(), usage.totalTokens());
        }
    }

    static AnswerResponse of(Question question, Optional<ConversationId> conversation, Transcript transcript) {
        Completed completed = transcript.completed();
        Verdict verdict = completed.verdict();
        Answered answered = verdict instanceof Answered it ? it : null;
        Rows rows = answered == null ? NO_ROWS : transcript.rows().orElse(NO_ROWS);
        return new AnswerResponse(transcript.runId().value(), question.text(),
                conversation.map(ConversationId::value).orElse(null), verdict.label(), completed.answer(),
                answered == null ? null : answered.sql(), answered == null ? null : answered.origin().label(),
                answered == null ? null : answered.reading().orElse(null),
                verdict instanceof Verdict.Clarify clarify ? clarify.readings() : List.of(), rows.columns(),
                rows.values(), rows.truncated(), completed.steps().stream().map(StepResponse::of).toList(),
                UsageResponse.of(completed.usage()), completed.unsupportedNumbers());
    }
}
