package io.askwell.socket.engineio;

import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.http.server.reactive.ServerHttpRequestDecorator;
import reactor.netty.http.server.HttpServerRequest;

/** The connection below a request. A client that reads nothing does not read a good-bye either: then only this ends it. */
final class Connections {
    private Connections() {}

    /** What closes it at once, whatever is still to be written. */
    static Runnable of(ServerHttpRequest request) {
        HttpServerRequest connected = ServerHttpRequestDecorator.getNativeRequest(request);
        return () -> connected.withConnection(connection -> {
            var _ = connection.channel().close();
        });
    }
}
