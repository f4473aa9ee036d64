package io.askwell.socket.socketio;

import io.askwell.socket.engineio.EngineServer;
import io.askwell.socket.engineio.EngineSettings;
import io.askwell.socket.engineio.Handshake;
import java.time.Duration;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Predicate;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebHandler;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;
import tools.jackson.databind.json.JsonMapper;

/** Serves the path of Socket.IO. */
public final class SocketServer implements WebHandler {
    private final EngineServer engine;

    /**
     * @param connectTimeout how long a client has to connect to a namespace
     * @param namespaces by name, such as {@code /}
     * @param origins whose requests are served
     * @param clock of all timers
     * @param place what counts as one address
     */
    public SocketServer(EngineSettings settings, Duration connectTimeout, Predicate<ServerHttpRequest> origins,
            Map<String, Namespace<?>> namespaces, JsonMapper json, Scheduler clock,
            Function<Handshake, Object> place) {
        var known = Map.copyOf(namespaces);
        this.engine = new EngineServer(settings, origins, clock,
                session -> new Connection(session, known, json, connectTimeout, settings.maxPayload()), place);
    }

    @Override
    public Mono<Void> handle(ServerWebExchange exchange) {
        return engine.handle(exchange);
    }

    /** How many clients there are, connected to a namespace or not. */
    public int clients() {
        return engine.sessions();
    }

    /** How many of them are connected over a WebSocket; the others poll. */
    public int webSockets() {
        return engine.webSockets();
    }

    /** Ends all sessions, and those to come. */
    public void close() {
        engine.close();
    }
}
