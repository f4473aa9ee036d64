package io.askwell.socket.engineio;

import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpMethod;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.util.MultiValueMap;

/** What a request is for. */
sealed interface Wish {

    /** A new session, over a WebSocket or polling. */
    record Open(boolean webSocket) implements Wish {}

    /** To fetch what a session has to send. */
    record Poll(String session) implements Wish {}

    /** To bring what the client has to send. */
    record Post(String session) implements Wish {}

    /** To go over to a WebSocket. */
    record Probe(String session) implements Wish {}

    /** Nothing that is served. */
    record None(Refusal refusal) implements Wish {}

    static Wish of(ServerHttpRequest request) {
        MultiValueMap<String, String> query = request.getQueryParams();
        boolean webSocket = "websocket".equals(query.getFirst("transport"));
        if (!webSocket && !"polling".equals(query.getFirst("transport"))) {
            return new None(Refusal.UNKNOWN_TRANSPORT);
        }
        if (webSocket != "websocket".equalsIgnoreCase(request.getHeaders().getUpgrade())) {
            return new None(Refusal.BAD_REQUEST);
        }
        if (!"4".equals(query.getFirst("EIO"))) {
            return new None(Refusal.UNSUPPORTED_VERSION);
        }
        return of(request.getMethod(), webSocket, query.getFirst("sid"));
    }

    private static Wish of(HttpMethod method, boolean webSocket, @Nullable String session) {
        boolean get = method.equals(HttpMethod.GET);
        if (session == null) {
            return get ? new Open(webSocket) : new None(Refusal.BAD_HANDSHAKE_METHOD);
        }
        if (webSocket) {
            return new Probe(session);
        }
        if (method.equals(HttpMethod.POST)) {
            return new Post(session);
        }
        return get ? new Poll(session) : new None(Refusal.BAD_REQUEST);
    }
}
