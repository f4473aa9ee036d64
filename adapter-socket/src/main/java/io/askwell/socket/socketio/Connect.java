package io.askwell.socket.socketio;

import java.net.InetSocketAddress;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.util.MultiValueMap;
import tools.jackson.databind.JsonNode;

/**
 * How a client introduces itself.
 *
 * @param auth what it says to the namespace, an object, maybe an empty one
 * @param headers of the request that it began with
 * @param query of that request
 * @param remoteAddress the other end of the connection, or what a trusted proxy says of it
 */
public record Connect(JsonNode auth, HttpHeaders headers, MultiValueMap<String, String> query,
        @Nullable InetSocketAddress remoteAddress) {}
