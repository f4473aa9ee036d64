package io.askwell.socket;

import java.net.URI;
import java.time.Duration;
import org.springframework.http.server.reactive.ReactorHttpHandlerAdapter;
import org.springframework.web.server.WebHandler;
import org.springframework.web.server.adapter.WebHttpHandlerBuilder;
import reactor.netty.DisposableServer;
import reactor.netty.http.server.HttpServer;

/** A handler behind a real server, on a port of its own; whatever the path. */
public final class LocalServer implements AutoCloseable {
    private final DisposableServer server;

    private LocalServer(DisposableServer server) {
        this.server = server;
    }

    public static LocalServer of(WebHandler handler) {
        return new LocalServer(HttpServer.create().host("127.0.0.1").port(0)
                .handle(new ReactorHttpHandlerAdapter(WebHttpHandlerBuilder.webHandler(handler).build())).bindNow());
    }

    public int port() {
        return server.port();
    }

    /** Such as {@code http://127.0.0.1:1234}. */
    public String url() {
        return "http://127.0.0.1:" + port();
    }

    /** @param query such as {@code EIO=4&transport=polling} */
    public URI http(String query) {
        return URI.create(url() + "/socket.io/?" + query);
    }

    public URI webSocket(String query) {
        return URI.create("ws://127.0.0.1:" + port() + "/socket.io/?" + query);
    }

    @Override
    public void close() {
        server.disposeNow(Duration.ofSeconds(2));
    }
}
