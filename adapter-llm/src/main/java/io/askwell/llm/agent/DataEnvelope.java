package io.askwell.llm.agent;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamWriteFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import org.jspecify.annotations.Nullable;

/** Marks what comes from the database as data, in a way that nothing inside can end. */
final class DataEnvelope {
    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(StreamWriteFeature.WRITE_BIGDECIMAL_AS_PLAIN).build();

    private DataEnvelope() {}

    /** @param content in which text stands as JSON strings, so that {@code <} may be written as its escape */
    static String of(String kind, String content) {
        return "<data kind=\"%s\">\n%s\n</data>".formatted(kind, escaped(content));
    }

    /** The content as it stands in an envelope. */
    static String escaped(String content) {
        return content.replace("<", "\\u003c");
    }

    /** The value as JSON; a text that is longer is cut. */
    static String json(@Nullable Object value, int maxLength) {
        return json(value instanceof String text ? cut(text, maxLength) : value);
    }

    static String json(@Nullable Object value) {
        try {
            return JSON.writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("not a value that JSON has", e);
        }
    }

    /** @param maxLength in UTF-16 units; no character is cut in half */
    static String cut(String text, int maxLength) {
        return text.length() > maxLength
                ? text.substring(0, text.offsetByCodePoints(0, text.codePointCount(0, maxLength))) + "…"
                : text;
    }
}
