package io.askwell.socket.engineio;

import java.nio.charset.StandardCharsets;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.core.io.buffer.DataBufferLimitException;
import org.springframework.core.io.buffer.DataBufferUtils;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.server.reactive.ServerHttpResponse;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/**
 * Packets as bodies of requests and responses.
 *
 * @param maxPayload bytes of a body
 */
record PollingTransport(int maxPayload) {
    private static final MediaType TEXT = new MediaType(MediaType.TEXT_PLAIN, StandardCharsets.UTF_8);

    Mono<Void> open(ServerWebExchange exchange, Session session) {
        return fetch(exchange, session, session.openByPolling());
    }

    Mono<Void> poll(ServerWebExchange exchange, Session session) {
        return fetch(exchange, session, session.poll());
    }

    private static Mono<Void> fetch(ServerWebExchange exchange, Session session, Mono<String> payload) {
        ServerHttpResponse response = exchange.getResponse();
        return payload.map(body -> text(response, body))
                .defaultIfEmpty(Mono.defer(() -> refuse(response, Refusal.BAD_REQUEST)))
                .flatMap(answer -> answer).doOnCancel(session::pollDropped);
    }

    Mono<Void> post(ServerWebExchange exchange, Session session) {
        ServerHttpResponse response = exchange.getResponse();
        return DataBufferUtils.join(exchange.getRequest().getBody(), maxPayload).map(PollingTransport::read)
                .defaultIfEmpty("").flatMap(session::posted)
                .flatMap(accepted -> accepted ? text(response, "ok") : refuse(response, Refusal.BAD_REQUEST))
                .onErrorResume(DataBufferLimitException.class, tooLarge -> {
                    session.close("the client posted more than it may");
                    return refuse(response, Refusal.TOO_LARGE);
                });
    }

    private static String read(DataBuffer buffer) {
        try {
            return buffer.toString(StandardCharsets.UTF_8);
        } finally {
            DataBufferUtils.release(buffer);
        }
    }

    static Mono<Void> refuse(ServerHttpResponse response, Refusal refusal) {
        response.setStatusCode(refusal.status());
        return write(response, MediaType.APPLICATION_JSON, refusal.json());
    }

    private static Mono<Void> text(ServerHttpResponse response, String body) {
        return write(response, TEXT, body);
    }

    private static Mono<Void> write(ServerHttpResponse response, MediaType type, String body) {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        response.getHeaders().setContentType(type);
        response.getHeaders().setContentLength(bytes.length);
        response.getHeaders().setCacheControl(CacheControl.noStore());
        return response.writeWith(Mono.fromSupplier(() -> response.bufferFactory().wrap(bytes)));
    }
}
