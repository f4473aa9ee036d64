package io.askwell.llm.agent;

import java.net.URI;
import java.net.URISyntaxException;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Which model drafts and words answers, and how patient we are with it.
 *
 * @param baseUrl address of an OpenAI-compatible API up to and including its version, such as
 *        {@code https://api.openai.com/v1}; absent or blank means that there is no model
 * @param apiKey absent or blank where the server wants none
 * @param model name of the model as the server knows it
 * @param firstTokenTimeout from sending the request to the first event of the reply
 * @param tokenTimeout longest silence between two events of a reply
 * @param maxRepairs how often the model may mend what it drafted
 * @param maxDraftTokens longest draft
 * @param maxAnswerTokens longest answer
 * @param maxRowBytes how much of the rows the model sees, in bytes of JSON
 */
@ConfigurationProperties("askwell.model")
public record ModelSettings(@Nullable String baseUrl, @Nullable String apiKey, @DefaultValue("") String model,
        @DefaultValue("0") double temperature, @DefaultValue("10s") Duration connectTimeout,
        @DefaultValue("30s") Duration firstTokenTimeout, @DefaultValue("20s") Duration tokenTimeout,
        @DefaultValue("2") int maxRepairs, @DefaultValue("1000") int maxDraftTokens,
        @DefaultValue("800") int maxAnswerTokens, @DefaultValue("24000") int maxRowBytes) {

    /** @throws IllegalArgumentException if the address is none, there is one but no model, or a bound is too low */
    public ModelSettings {
        baseUrl = blankToNull(baseUrl);
        apiKey = blankToNull(apiKey);
        if (baseUrl != null && !isHttp(baseUrl)) {
            throw new IllegalArgumentException("askwell.model.base-url: not an http address: " + baseUrl);
        }
        if (baseUrl != null && model.isBlank()) {
            throw new IllegalArgumentException("askwell.model.model: %s needs a model's name".formatted(baseUrl));
        }
        if (maxRepairs < 0 || maxDraftTokens < 1 || maxAnswerTokens < 1 || maxRowBytes < 0) {
            throw new IllegalArgumentException("askwell.model: a bound is too low");
        }
    }

    /** The grammar alone. */
    public static ModelSettings none() {
        return at(null, null, "");
    }

    /** The model at an address, with the usual patience. */
    public static ModelSettings at(@Nullable String baseUrl, @Nullable String apiKey, String model) {
        return new ModelSettings(baseUrl, apiKey, model, 0, Duration.ofSeconds(10), Duration.ofSeconds(30),
                Duration.ofSeconds(20), 2, 1000, 800, 24_000);
    }

    /** The key, where the server wants one. */
    Optional<String> key() {
        return Optional.ofNullable(apiKey);
    }

    public boolean hasModel() {
        return baseUrl != null;
    }

    /** Without the key, which must not reach a log. */
    @Override
    public String toString() {
        return "ModelSettings[baseUrl=%s, model=%s]".formatted(baseUrl, model);
    }

    private static boolean isHttp(String address) {
        try {
            var uri = new URI(address);
            return uri.getHost() != null && ("http".equals(uri.getScheme()) || "https".equals(uri.getScheme()));
        } catch (URISyntaxException e) {
            return false;
        }
    }

    private static @Nullable String blankToNull(@Nullable String text) {
        return text == null || text.isBlank() ? null : text.strip();
    }
}
