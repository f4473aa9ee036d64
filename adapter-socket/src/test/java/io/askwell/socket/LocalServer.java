package io.askwell.socket;

import static io.askwell.testkit.Patience.PATIENCE;

import java.net.URI;
import java.util.concurrent.atomic.AtomicInteger;
import org.springframework.http.server.reactive.ReactorHttpHandlerAdapter;
import org.springframework.web.server.WebHandler;
import org.springframework.web.server.adapter.WebHttpHandlerBuilder;
import reactor.core.publisher.Mono;
import reactor.netty.DisposableServer;
import reactor.netty.http.server.HttpServer;

/** A handler behind a real server, on a port of its own; whatever the path. */
public final class LocalServer implements AutoCloseable {
    private final AtomicInteger requests = new AtomicInteger();
    private final DisposableServer server;

    private LocalServer(WebHandler handler) {
        WebHandler counted = exchange -> Mono.fromDirect(subscriber -> {
            handler.handle(exchange).subscribe(subscriber);
            requests.incrementAndGet();
        });
        server = HttpServer.create().host("127.0.0.1").port(0)
                .handle(new ReactorHttpHandlerAdapter(WebHttpHandlerBuilder.webHandler(counted).build())).bindNow();
    }

    public static LocalServer of(WebHandler handler) {
        return new LocalServer(handler);
    }

    /** How many requests the server has begun to handle. */
    public int requests() {
        return requests.get();
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
        server.disposeNow(PATIENCE);
    }
}
