package io.askwell.rest;

import io.askwell.domain.failure.Invalid;
import java.nio.charset.Charset;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.core.io.buffer.DataBufferLimitException;
import org.springframework.core.io.buffer.DataBufferUtils;
import org.springframework.http.MediaType;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.util.unit.DataSize;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.UnsupportedMediaTypeStatusException;
import reactor.core.publisher.Mono;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/** Reads the bodies of {@link JsonRoutes}. */
public final class JsonBodies {
    private final JsonMapper json;
    private final int maxBytes;

    /** @param max what is read of a body at most */
    JsonBodies(JsonMapper json, DataSize max) {
        this.json = json;
        this.maxBytes = Math.toIntExact(max.toBytes());
    }

    /**
     * The body of a request.
     *
     * <p>Signals {@link Invalid} if there is none, or if it is no JSON or not of the type;
     * {@link UnsupportedMediaTypeStatusException} if its charset is none of JSON; {@link DataBufferLimitException} if it is
     * too long.
     */
    public <T> Mono<T> read(ServerWebExchange exchange, Class<T> type) {
        ServerHttpRequest request = exchange.getRequest();
        MediaType media = request.getHeaders().getContentType();
        if (media != null && !isOfJson(media.getCharset())) {
            return Mono.error(new UnsupportedMediaTypeStatusException(media, List.of(MediaType.APPLICATION_JSON)));
        }
        return DataBufferUtils.join(request.getBody(), maxBytes).<T>mapNotNull(buffer -> parse(buffer, type))
                .switchIfEmpty(Mono.error(BadInput::noBody));
    }

    private static boolean isOfJson(@Nullable Charset charset) {
        return charset == null || charset.name().startsWith("UTF-");
    }

    private <T> @Nullable T parse(DataBuffer buffer, Class<T> type) {
        try {
            return json.readValue(buffer.asInputStream(), type);
        } catch (JacksonException e) {
            throw BadInput.json(e);
        } finally {
            DataBufferUtils.release(buffer);
        }
    }
}
