package io.askwell.llm.agent;

import dev.langchain4j.exception.HttpException;
import java.util.Locale;
import java.util.Optional;

/** The model's server answered with a status other than 2xx. */
final class HttpRefused extends HttpException {
    private final Optional<String> retryAfter;

    /**
     * @param body the beginning of what the server says about it
     * @param retryAfter the header of that name, as it came
     */
    HttpRefused(int status, String body, Optional<String> retryAfter) {
        super(status, "status %d: %s".formatted(status, body));
        this.retryAfter = retryAfter;
    }

    Optional<String> retryAfter() {
        return retryAfter;
    }

    /** Whether it is the tools that the server does not take; servers say so in many words, but all name them. */
    boolean rejectsTools() {
        return statusCode() == 400 && String.valueOf(getMessage()).toLowerCase(Locale.ROOT).contains("tool");
    }
}
