package io.askwell.socket;

import java.net.URI;
import java.util.Set;
import java.util.function.Predicate;
import org.springframework.http.server.reactive.ServerHttpRequest;

/**
 * Whose pages may connect. Browsers tell a page's origin and keep nothing from a WebSocket, so the server must look. What is
 * no browser tells none.
 *
 * @param allowed such as {@code https://app.example.com}; {@code *} allows all
 */
public record Origins(Set<String> allowed) implements Predicate<ServerHttpRequest> {
    public Origins {
        allowed = Set.copyOf(allowed);
    }

    @Override
    public boolean test(ServerHttpRequest request) {
        String origin = request.getHeaders().getOrigin();
        return origin == null || allowed.contains("*") || allowed.contains(origin) || isOwn(origin, request);
    }

    /** The scheme does not count: a proxy may have taken the TLS off. */
    private static boolean isOwn(String origin, ServerHttpRequest request) {
        try {
            return String.valueOf(request.getHeaders().getFirst("Host")).equals(URI.create(origin).getRawAuthority());
        } catch (IllegalArgumentException notAnOrigin) {
            return false;
        }
    }
}
