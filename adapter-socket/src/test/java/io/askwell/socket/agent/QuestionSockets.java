package io.askwell.socket.agent;

import static io.askwell.testkit.Patience.FOREVER;
import static io.askwell.testkit.Patience.PATIENCE;

import io.askwell.domain.access.ApiKeys;
import io.askwell.domain.access.ClientAddress;
import io.askwell.socket.SocketSettings;
import io.askwell.testkit.socket.TextSocket;
import java.security.Principal;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import org.springframework.http.HttpStatus;
import org.springframework.http.server.reactive.ReactorHttpHandlerAdapter;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.adapter.WebHttpHandlerBuilder;
import reactor.core.publisher.Mono;
import reactor.netty.DisposableServer;
import reactor.netty.http.server.HttpServer;
import tools.jackson.databind.json.JsonMapper;

/** Questions over WebSockets on a real server, with runs that are made as they are watched. */
final class QuestionSockets implements AutoCloseable {
    static final String KEY = "alice-key";
    final EndlessRuns runs = new EndlessRuns();
    final OpenConnections connections;
    private final QuestionSocketController controller;
    private final DisposableServer server;

    private QuestionSockets(SocketSettings settings) {
        var keys = ApiKeys.parse("alice:" + KEY + ",bob:bob-key");
        var configuration = new WebSocketConfiguration();
        connections = configuration.openConnections(settings);
        controller = configuration.questionSocketController(runs, runs, keys::owner, settings, connections,
                JsonMapper.shared());
        server = HttpServer.create().host("127.0.0.1").port(0).handle(new ReactorHttpHandlerAdapter(
                WebHttpHandlerBuilder.webHandler(this::handle).build())).bindNow();
    }

    /** As the filters of the whole server would prepare it. */
    private Mono<Void> handle(ServerWebExchange exchange) {
        Principal alice = () -> "alice";
        boolean hasKey = KEY.equals(exchange.getRequest().getHeaders().getFirst("X-API-Key"));
        return controller.connect(hasKey ? exchange.mutate().principal(Mono.just(alice)).build() : exchange)
                .contextWrite(context -> context.put(ClientAddress.NAME, ClientAddress.of("192.0.2.7")))
                .onErrorResume(TooManyConnections.class, full -> {
                    exchange.getResponse().setStatusCode(HttpStatus.SERVICE_UNAVAILABLE);
                    return exchange.getResponse().setComplete();
                });
    }

    /** With terms that no test runs into. */
    static QuestionSockets start() {
        return start(FOREVER, PATIENCE, PATIENCE, 100);
    }

    static QuestionSockets start(Duration pingInterval, Duration pingTimeout, Duration connectTimeout, int clients) {
        return new QuestionSockets(new SocketSettings(pingInterval, pingTimeout, connectTimeout, connectTimeout, 4_096,
                1_000_000, clients, clients, 2, Set.of()));
    }

    int port() {
        return server.port();
    }

    /** A client with a key, which is told that it is ready. */
    TextSocket known() {
        return TextSocket.connect(server.port(), "/agent/ws", "X-API-Key", KEY);
    }

    TextSocket knownWithoutReading() {
        return TextSocket.connectWithoutReading(server.port(), "/agent/ws", "X-API-Key", KEY);
    }

    TextSocket stranger() {
        return TextSocket.connect(server.port(), "/agent/ws");
    }

    int refusal() {
        return TextSocket.refusal(server.port(), "/agent/ws");
    }

    /** The frame of a question. */
    static String ask(String question, String... ref) {
        return "{\"type\":\"ask\",\"question\":\"%s\"%s}".formatted(question,
                Optional.of(ref).filter(some -> some.length > 0).map(some -> ",\"ref\":\"" + some[0] + "\"")
                        .orElse(""));
    }

    @Override
    public void close() {
        server.disposeNow(PATIENCE);
    }
}
