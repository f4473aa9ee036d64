package io.askwell.llm.agent;

import dev.langchain4j.model.chat.StreamingChatModel;
import dev.langchain4j.model.openai.OpenAiStreamingChatModel;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Asks the model, on the calling thread; to interrupt the thread closes the connection. */
final class ModelClient {
    private static final Logger LOG = LoggerFactory.getLogger(ModelClient.class);
    private final StreamingChatModel model;
    private final Backoff backoff;

    ModelClient(StreamingChatModel model, Backoff backoff) {
        this.model = model;
        this.backoff = backoff;
    }

    static ModelClient connect(ModelSettings settings, Clock clock) {
        var model = OpenAiStreamingChatModel.builder()
                .httpClientBuilder(new StreamingHttpClient.Builder(settings))
                .baseUrl(settings.baseUrl())
                .apiKey(settings.apiKey())
                .modelName(settings.model())
                .temperature(settings.temperature())
                .build();
        return new ModelClient(model, new Backoff(clock));
    }

    /**
     * @param deadline until when it may wait for a server that has too many requests
     * @param tokens gets the text of the reply, piece by piece; may throw to stop it
     * @return the whole reply
     * @throws ModelUnavailable if there is none
     * @throws RunCancelled if the thread was interrupted
     */
    ModelReply ask(ModelRequest request, Instant deadline, Consumer<String> tokens) throws ModelUnavailable {
        for (int tries = 1;; tries++) {
            try {
                return askOnce(request, tokens);
            } catch (ModelUnavailable unavailable) {
                int asked = tries;
                Optional<Duration> pause = unavailable.refusal().flatMap(r -> backoff.pause(r, asked, deadline));
                if (pause.isEmpty()) {
                    throw unavailable;
                }
                LOG.info("The model's server has too many requests; asking again in {}", pause.get());
                sleep(pause.get());
            }
        }
    }

    private ModelReply askOnce(ModelRequest request, Consumer<String> tokens) throws ModelUnavailable {
        var collector = new ReplyCollector(new ThinkingAloud(tokens));
        ScopedValue.where(TimedBody.BEFORE_WAITING, collector::flush)
                .run(() -> model.chat(request.toChatRequest(), collector));
        if (Thread.currentThread().isInterrupted()) {
            throw new RunCancelled();
        }
        return collector.reply();
    }

    private static void sleep(Duration pause) {
        try {
            Thread.sleep(pause);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new RunCancelled();
        }
    }
}
