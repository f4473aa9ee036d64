package io.askwell.llm.agent;

import dev.langchain4j.model.chat.response.ChatResponse;
import dev.langchain4j.model.chat.response.PartialResponse;
import dev.langchain4j.model.chat.response.PartialResponseContext;
import dev.langchain4j.model.chat.response.StreamingChatResponseHandler;
import dev.langchain4j.model.output.FinishReason;
import io.askwell.domain.agent.TokenUsage;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Follows one streamed reply. Only its first ending counts: after an error the library still reports completion. No
 * exception leaves it, since the library would log and swallow it and read on; the stream is cancelled instead.
 *
 * <p>The first token is passed on at once, later ones together with those that have arrived with them: a server that is
 * behind catches up.
 */
final class ReplyCollector implements StreamingChatResponseHandler {
    /** So that an answer which arrives in one piece is still shown piece by piece. */
    private static final int MOST_TOGETHER = 8;
    private final Consumer<String> tokens;
    private final StringBuilder held = new StringBuilder();
    private int holds;
    private boolean hasBegun;
    private @Nullable ChatResponse response;
    private @Nullable Throwable error;
    private @Nullable RuntimeException stop;

    ReplyCollector(Consumer<String> tokens) {
        this.tokens = tokens;
    }

    @Override
    public void onPartialResponse(PartialResponse part, PartialResponseContext context) {
        if (!hasEnded()) {
            hold(part.text());
        }
        if (hasEnded()) {
            context.streamingHandle().cancel();
        }
    }

    private void hold(String token) {
        held.append(token);
        holds++;
        if (!hasBegun || holds == MOST_TOGETHER) {
            flush();
        }
        hasBegun = true;
    }

    /** Passes on what is held. */
    void flush() {
        if (holds == 0 || hasEnded()) {
            return;
        }
        String text = held.toString();
        held.setLength(0);
        holds = 0;
        try {
            tokens.accept(text);
        } catch (RuntimeException e) {
            stop = e;
        }
    }

    @Override
    public void onCompleteResponse(ChatResponse complete) {
        flush();
        if (!hasEnded()) {
            response = complete;
        }
    }

    @Override
    public void onError(Throwable cause) {
        flush();
        if (!hasEnded()) {
            error = cause;
        }
    }

    private boolean hasEnded() {
        return response != null || error != null || stop != null;
    }

    /**
     * The reply, after the stream has ended.
     *
     * @throws ModelUnavailable if it is not whole
     * @throws RuntimeException what the consumer of the tokens threw
     */
    ModelReply reply() throws ModelUnavailable {
        if (stop != null) {
            throw stop;
        }
        if (error != null) {
            throw new ModelUnavailable(error);
        }
        FinishReason reason = response == null ? null : response.finishReason();
        if (response == null || reason == null || reason == FinishReason.CONTENT_FILTER) {
            throw new ModelUnavailable(ModelFault.BROKEN_OFF, "the reply ended with finish reason " + reason);
        }
        var message = response.aiMessage();
        return new ModelReply(Optional.ofNullable(message.text()).map(ThinkingAloud::leaveOut).orElse(""),
                message.toolExecutionRequests(), usage(response), reason == FinishReason.LENGTH);
    }

    private static TokenUsage usage(ChatResponse response) {
        var usage = response.tokenUsage();
        return usage == null
                ? TokenUsage.NONE
                : new TokenUsage(orZero(usage.inputTokenCount()), orZero(usage.outputTokenCount()));
    }

    private static int orZero(@Nullable Integer count) {
        return count == null ? 0 : count;
    }
}
