package io.askwell.socket.engineio;

import io.askwell.socket.engineio.Message.Binary;
import java.net.URI;
import java.time.Duration;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.springframework.http.HttpHeaders;
import org.springframework.web.reactive.socket.CloseStatus;
import org.springframework.web.reactive.socket.HandshakeInfo;
import org.springframework.web.reactive.socket.WebSocketMessage;
import org.springframework.web.reactive.socket.WebSocketSession;
import org.springframework.web.reactive.socket.server.WebSocketService;
import org.springframework.web.reactive.socket.server.support.HandshakeWebSocketService;
import org.springframework.web.reactive.socket.server.upgrade.ReactorNettyRequestUpgradeStrategy;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.Disposable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.netty.http.server.WebsocketServerSpec;

/** Packets as frames. */
record WebSocketTransport(WebSocketService webSockets) {
    /** How long a client has to take the last frames and the good-bye. */
    private static final Duration GOOD_BYE = Duration.ofSeconds(2);
    /** A session keeps its own {@link Handshake}: another copy of the headers would cost each client a kilobyte, for nobody. */
    private static final HandshakeInfo NOTHING = new HandshakeInfo(URI.create("/"), HttpHeaders.EMPTY, Mono.empty(),
            null);

    /** @param maxPayload bytes of a message; a longer one ends the connection */
    static WebSocketTransport of(int maxPayload) {
        var netty = new ReactorNettyRequestUpgradeStrategy(
                () -> WebsocketServerSpec.builder().maxFramePayloadLength(maxPayload)
                        // Else they are answered past everything that waits, read or not.
                        .handlePing(true));
        return new WebSocketTransport(new HandshakeWebSocketService(
                (exchange, handler, protocol, info) -> netty.upgrade(exchange, handler, protocol, () -> NOTHING)));
    }

    /** @param begin tells the session of the connection */
    Mono<Void> handle(ServerWebExchange exchange, Session session, Consumer<Link> begin) {
        return webSockets.handleRequest(exchange, socket -> speak(socket, session, begin,
                Connections.of(exchange.getRequest())));
    }

    private static Mono<Void> speak(WebSocketSession socket, Session session, Consumer<Link> begin,
            Runnable disconnect) {
        var link = new Link((pong, packets) -> socket.send(Flux.fromStream(Stream.concat(
                pong.map(payload -> socket.pongMessage(buffers -> buffers.wrap(payload))).stream(),
                packets.stream().map(packet -> frame(socket, packet))))));
        Mono<Void> received = socket.receive().doOnNext(frame -> receive(frame, session, link)).then();
        Mono<Void> closing = link.ended().doOnSuccess(ended -> close(socket, disconnect)).then(Mono.never());
        return Mono.firstWithSignal(received, closing).doOnSubscribe(started -> begin.accept(link))
                // That a connection breaks is nothing that anybody could mend.
                .onErrorComplete().doFinally(signal -> session.lost(link, "the connection ended"));
    }

    /**
     * Says good-bye. The connection ends with that, unless the client does not even take the good-bye. Both go on by themselves:
     * what waits for frames is told of the end before the last of them is written.
     */
    private static void close(WebSocketSession socket, Runnable disconnect) {
        Disposable patience = Mono.delay(GOOD_BYE).subscribe(late -> disconnect.run());
        socket.close(CloseStatus.NORMAL).subscribe(said -> {}, gone -> patience.dispose(), patience::dispose);
    }

    private static void receive(WebSocketMessage frame, Session session, Link link) {
        try {
            switch (frame.getType()) {
                case TEXT -> session.received(link, PacketCodec.decode(frame.getPayloadAsText()));
                case BINARY -> session.received(link, new Binary(bytes(frame)));
                case PING -> session.pinged(link, bytes(frame));
                // Nobody here asks for one.
                case PONG -> {
                }
            }
        } catch (ProtocolViolation violation) {
            session.lost(link, String.valueOf(violation.getMessage()));
        }
    }

    private static byte[] bytes(WebSocketMessage frame) {
        byte[] bytes = new byte[frame.getPayload().readableByteCount()];
        frame.getPayload().read(bytes);
        return bytes;
    }

    private static WebSocketMessage frame(WebSocketSession socket, Packet packet) {
        return packet instanceof Binary binary
                ? socket.binaryMessage(buffers -> buffers.wrap(binary.bytes()))
                : socket.textMessage(PacketCodec.encode(packet));
    }
}
