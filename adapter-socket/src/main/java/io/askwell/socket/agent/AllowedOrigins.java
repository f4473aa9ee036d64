package io.askwell.socket.agent;

import java.net.URI;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.server.reactive.ServerHttpRequest;

/**
 * Whose pages may connect. Browsers keep nothing from a WebSocket, but tell its page's origin, so the server must look. What
 * is no browser tells none.
 *
 * @param list such as {@code https://app.example.com}; {@code *} allows all
 */
record AllowedOrigins(Set<String> list) {
    private static final String ALL = "*";

    boolean allow(ServerHttpRequest request) {
        String origin = request.getHeaders().getOrigin();
        return origin == null || list.contains(ALL) || list.contains(origin)
                || isOwn(origin, request.getHeaders().getFirst(HttpHeaders.HOST));
    }

    /** The scheme does not count: a proxy may have taken the TLS off. */
    private static boolean isOwn(String origin, @Nullable String host) {
        try {
            String page = URI.create(origin).getRawAuthority();
            return page != null && page.equals(host);
        } catch (IllegalArgumentException noOrigin) {
            return false;
        }
    }
}
