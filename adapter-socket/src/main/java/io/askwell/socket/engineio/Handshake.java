package io.askwell.socket.engineio;

import java.net.InetSocketAddress;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.util.MultiValueMap;

/**
 * The request that opened a session.
 *
 * @param remoteAddress the other end of the connection, or what a trusted proxy says of it
 */
public record Handshake(HttpHeaders headers, MultiValueMap<String, String> query,
        @Nullable InetSocketAddress remoteAddress) {

    /** A copy: the request does not outlive its connection. */
    static Handshake of(ServerHttpRequest request) {
        return new Handshake(HttpHeaders.copyOf(request.getHeaders()), request.getQueryParams(),
                request.getRemoteAddress());
    }
}
