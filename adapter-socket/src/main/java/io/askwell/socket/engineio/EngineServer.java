package io.askwell.socket.engineio;

import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.Predicate;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebHandler;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;

/** Serves the path of Engine.IO: polling requests and WebSocket handshakes. */
public final class EngineServer implements WebHandler {
    private final Predicate<ServerHttpRequest> origins;
    private final Sessions sessions;
    private final PollingTransport polling;
    private final WebSocketTransport webSocket;

    /**
     * @param origins whose requests are served
     * @param clock of all timers
     * @param above makes the layer above of each session, which must not send yet
     * @param place what counts as one address
     */
    public EngineServer(EngineSettings settings, Predicate<ServerHttpRequest> origins, Scheduler clock,
            Function<Session, SessionListener> above, Function<Handshake, Object> place) {
        this.origins = origins;
        this.sessions = new Sessions(settings, clock, above, place);
        this.polling = new PollingTransport(settings.maxPayload());
        this.webSocket = WebSocketTransport.of(settings.maxPayload());
    }

    /** How many sessions there are. */
    public int sessions() {
        return sessions.count();
    }

    /** How many of them go over a WebSocket; the others poll. */
    public int webSockets() {
        return sessions.countWebSockets();
    }

    /** Ends all sessions, and those to come. */
    public void close() {
        sessions.close();
    }

    @Override
    public Mono<Void> handle(ServerWebExchange exchange) {
        if (!origins.test(exchange.getRequest())) {
            return refuse(exchange, Refusal.FORBIDDEN_ORIGIN);
        }
        return switch (Wish.of(exchange.getRequest())) {
            case Wish.Open open -> open(exchange, open.webSocket());
            case Wish.Poll poll -> of(poll.session(), exchange, polling::poll);
            case Wish.Post post -> of(post.session(), exchange, polling::post);
            case Wish.Probe probe -> of(probe.session(), exchange,
                    (tried, session) -> webSocket.handle(tried, session, session::probe));
            case Wish.None none -> refuse(exchange, none.refusal());
        };
    }

    private Mono<Void> open(ServerWebExchange exchange, boolean overWebSocket) {
        Optional<Session> opened = sessions.open(Handshake.of(exchange.getRequest()));
        if (opened.isEmpty()) {
            return refuse(exchange, Refusal.TOO_MANY_SESSIONS);
        }
        Session session = opened.get();
        if (!overWebSocket) {
            return polling.open(exchange, session);
        }
        return webSocket.handle(exchange, session, session::openByWebSocket)
                // A handshake that fails leaves nobody who could use the session.
                .doOnError(failed -> session.close("the handshake failed"))
                .doOnCancel(() -> session.close("the handshake was cancelled"));
    }

    private Mono<Void> of(String id, ServerWebExchange exchange,
            BiFunction<ServerWebExchange, Session, Mono<Void>> serve) {
        return sessions.find(id).map(session -> serve.apply(exchange, session))
                .orElseGet(() -> refuse(exchange, Refusal.UNKNOWN_SESSION));
    }

    private static Mono<Void> refuse(ServerWebExchange exchange, Refusal refusal) {
        return PollingTransport.refuse(exchange.getResponse(), refusal);
    }
}
