package io.askwell.socket.agent;

import io.askwell.domain.access.Caller;
import io.askwell.domain.access.ClientAddress;
import io.askwell.domain.access.RequestId;
import io.askwell.socket.Origins;
import io.askwell.socket.SocketSettings;
import io.askwell.socket.agent.QuestionDialogue.Services;
import java.security.Principal;
import java.util.List;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.http.server.reactive.ServerHttpRequestDecorator;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.reactive.socket.WebSocketSession;
import org.springframework.web.reactive.socket.server.WebSocketService;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;
import reactor.netty.http.server.HttpServerRequest;
import reactor.util.context.Context;
import reactor.util.context.ContextView;
import tools.jackson.databind.json.JsonMapper;

/** The handshake of the plain WebSocket: who may connect. What is said then is a {@link QuestionDialogue}. */
@RestController
class QuestionSocketController {
    private static final List<String> KEPT = List.of(ClientAddress.NAME, RequestId.NAME);
    private final Services services;
    private final SocketSettings settings;
    private final OpenConnections connections;
    private final WebSocketService webSockets;
    private final JsonMapper json;

    QuestionSocketController(Services services, SocketSettings settings, OpenConnections connections,
            WebSocketService webSockets, JsonMapper json) {
        this.services = services;
        this.settings = settings;
        this.connections = connections;
        this.webSockets = webSockets;
        this.json = json;
    }

    @GetMapping("/agent/ws")
    Mono<Void> connect(ServerWebExchange exchange) {
        if (!new Origins(settings.origins()).test(exchange.getRequest())) {
            return Mono.error(new ResponseStatusException(HttpStatus.FORBIDDEN,
                    "Pages of this origin may not connect: see CORS_ORIGINS."));
        }
        if (!isHandshake(exchange.getRequest().getHeaders())) {
            return Mono.error(new HandshakeRequired());
        }
        Runnable disconnect = disconnect(exchange.getRequest());
        return Mono.deferContextual(request -> {
            var place = connections.enter(request.<Object>getOrEmpty(ClientAddress.NAME).orElse("unknown"));
            Context origin = origin(request);
            return peer(exchange).flatMap(peer -> webSockets.handleRequest(exchange,
                    session -> serve(session, peer, disconnect).contextWrite(origin)
                            .doFinally(end -> place.leave())))
                    // Where the handshake fails, nothing is ever served.
                    .doOnError(failed -> place.leave()).doOnCancel(place::leave);
        });
    }

    private static boolean isHandshake(HttpHeaders headers) {
        return "websocket".equalsIgnoreCase(headers.getUpgrade()) && headers.containsHeader("Sec-WebSocket-Key")
                && headers.getConnection().stream().anyMatch(HttpHeaders.UPGRADE::equalsIgnoreCase);
    }

    /** There is nothing here but a WebSocket. */
    private static final class HandshakeRequired extends ResponseStatusException {
        HandshakeRequired() {
            super(HttpStatus.UPGRADE_REQUIRED, "This is a WebSocket: ask for it by its handshake.");
        }

        @Override
        public HttpHeaders getHeaders() {
            var headers = new HttpHeaders();
            headers.setUpgrade("websocket");
            return headers;
        }
    }

    private static Mono<Peer> peer(ServerWebExchange exchange) {
        return exchange.getPrincipal().map(Principal::getName).<Peer>map(name -> new Peer.Known(new Caller(name)))
                .defaultIfEmpty(new Peer.Stranger());
    }

    /**
     * The address and the id of the handshake are those of every question that is asked over it. Nothing else of it is kept: all
     * that a request has with it would cost each client a kilobyte or two, as long as it is connected.
     */
    private static Context origin(ContextView request) {
        Context origin = Context.empty();
        for (String name : KEPT) {
            origin = request.hasKey(name) ? origin.put(name, request.<Object>get(name)) : origin;
        }
        return origin;
    }

    private Mono<Void> serve(WebSocketSession session, Peer peer, Runnable disconnect) {
        var dialogue = new QuestionDialogue(services, peer, settings.questionsAtOnce(), System::nanoTime);
        return new WebSocketConnection(session, dialogue, settings, json, disconnect).serve(connections.stopping());
    }

    /** A client that reads nothing does not read a good-bye either: then only this ends its connection. */
    private static Runnable disconnect(ServerHttpRequest handshake) {
        HttpServerRequest connected = ServerHttpRequestDecorator.getNativeRequest(handshake);
        return () -> connected.withConnection(connection -> {
            var _ = connection.channel().close();
        });
    }
}
