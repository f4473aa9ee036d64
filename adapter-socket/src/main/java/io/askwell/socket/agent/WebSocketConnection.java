package io.askwell.socket.agent;

import io.askwell.domain.failure.Invalid;
import io.askwell.socket.SocketSettings;
import io.askwell.socket.agent.Outgoing.Beat;
import io.askwell.socket.agent.Outgoing.Echo;
import io.askwell.socket.agent.Outgoing.GoodBye;
import io.askwell.socket.agent.Outgoing.Happened;
import io.askwell.socket.agent.Outgoing.Said;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.web.reactive.socket.WebSocketMessage;
import org.springframework.web.reactive.socket.WebSocketSession;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;
import tools.jackson.databind.json.JsonMapper;

/**
 * Carries a dialogue over a WebSocket. A frame is written when the network has taken the one before, and of each run one event
 * waits for that: so a client that does not read costs next to nothing, until it is cut off. What comes from the client is
 * read only while its answers can be held, too.
 */
final class WebSocketConnection {
    private static final Logger log = LoggerFactory.getLogger(WebSocketConnection.class);
    /** How many frames are answered at once, beside the runs. */
    private static final int AT_ONCE = 16;
    private static final Duration GOOD_BYE = Duration.ofSeconds(2);
    private final WebSocketSession session;
    private final QuestionDialogue dialogue;
    private final SocketSettings settings;
    private final JsonMapper json;
    private final FrameReader reader;
    private final Runnable disconnect;
    private final Sinks.Empty<Void> gone = Sinks.empty();
    private volatile long heard = System.nanoTime();
    private volatile boolean closing;

    /** @param disconnect ends the connection below, whatever waits to be written to it */
    WebSocketConnection(WebSocketSession session, QuestionDialogue dialogue, SocketSettings settings, JsonMapper json,
            Runnable disconnect) {
        this.session = session;
        this.dialogue = dialogue;
        this.settings = settings;
        this.json = json;
        this.reader = new FrameReader(json);
        this.disconnect = disconnect;
    }

    /**
     * Completes when the connection has ended. Whatever runs it watched have the period of grace from then on.
     *
     * @param stop completes when the server stops
     */
    Mono<Void> serve(Mono<Void> stop) {
        Flux<Outgoing> outgoing = dialogue.greeting().concatWith(Flux.merge(1, answers(), beats(), tooLate(),
                stop.thenReturn(new GoodBye(CloseReason.SERVER_STOPS))));
        // To end earlier would cancel what is received, and that closes the connection without a word.
        return outgoing.concatMap(this::say, 1).takeUntil(GoodBye.class::isInstance)
                .takeUntilOther(gone.asMono()).then()
                .onErrorResume(TimeoutException.class, late -> Mono.fromRunnable(this::cut))
                // That a connection breaks is nothing that anybody could mend.
                .onErrorComplete(ConnectionFault::isTheirs);
    }

    private Flux<Outgoing> answers() {
        return session.receive().doOnNext(frame -> heard = System.nanoTime()).doOnComplete(this::left)
                .mapNotNull(this::read).onErrorResume(this::broken)
                .flatMap(dialogue::answer, settings.questionsAtOnce() + AT_ONCE, 1);
    }

    private void left() {
        // It is told so as well when the server itself says good-bye, which has to be written yet.
        if (!closing) {
            gone.tryEmitEmpty();
        }
    }

    private @Nullable ClientFrame read(WebSocketMessage frame) {
        return switch (frame.getType()) {
            case TEXT -> reader.read(frame.getPayloadAsText());
            case BINARY ->
                new ClientFrame.Faulty(Optional.empty(), new Invalid("frame", "must be text, but is binary"));
            case PING -> new ClientFrame.Beat(Optional.empty(), payload(frame));
            case PONG -> null;
        };
    }

    /** As many bytes as characters, whatever they mean. */
    private static String payload(WebSocketMessage frame) {
        return frame.getPayload().toString(StandardCharsets.ISO_8859_1);
    }

    private Mono<ClientFrame> broken(Throwable error) {
        if (ConnectionFault.isTooLong(error)) {
            return Mono.just(new ClientFrame.TooLong(Optional.empty()));
        }
        if (!ConnectionFault.isTheirs(error)) {
            log.error("What a client said over a WebSocket failed", error);
        }
        gone.tryEmitEmpty();
        return Mono.empty();
    }

    /** Asks the client at intervals whether it is there, and gives it time to answer. Whatever it says is an answer. */
    private Flux<Outgoing> beats() {
        return Flux.interval(settings.pingInterval()).onBackpressureDrop().concatMap(beat -> {
            long asked = System.nanoTime();
            return Mono.<Outgoing>just(new Beat()).concatWith(Mono.delay(settings.pingTimeout())
                    .filter(waited -> heard - asked < 0).map(waited -> new GoodBye(CloseReason.SILENT)));
        }, 0);
    }

    private Mono<Outgoing> tooLate() {
        return Mono.delay(settings.connectTimeout()).filter(waited -> dialogue.isStranger())
                .map(waited -> new GoodBye(CloseReason.UNAUTHENTICATED));
    }

    /** @return what was said: a good-bye instead, where a mistake of ours kept it from being said */
    private Mono<Outgoing> say(Outgoing next) {
        return Mono.defer(() -> deliver(next)).thenReturn(next).onErrorResume(
                error -> !ConnectionFault.isTheirs(error) && !(error instanceof TimeoutException), mistake -> {
                    log.error("What a client is told over a WebSocket failed", mistake);
                    var goodBye = new GoodBye(CloseReason.MISTAKE);
                    return deliver(goodBye).thenReturn(goodBye);
                });
    }

    private Mono<Void> deliver(Outgoing next) {
        return switch (next) {
            case Said said -> write(text(said.frame()));
            case Happened happened -> write(text(ServerFrame.event(
                    EventEncoder.encode(happened.question(), happened.event()))));
            case Beat _ -> write(session.pingMessage(buffers -> buffers.wrap(new byte[0])));
            case Echo echo -> write(session.pongMessage(
                    buffers -> buffers.wrap(echo.payload().getBytes(StandardCharsets.ISO_8859_1))));
            case GoodBye goodBye -> {
                closing = true;
                yield session.close(goodBye.reason().status()).timeout(GOOD_BYE);
            }
        };
    }

    private WebSocketMessage text(ServerFrame frame) {
        return session.textMessage(json.writeValueAsString(frame));
    }

    private Mono<Void> write(WebSocketMessage frame) {
        return session.send(Mono.just(frame)).timeout(settings.pingTimeout());
    }

    private void cut() {
        if (!closing) {
            log.info("A client is cut off: it has read nothing for {}", settings.pingTimeout());
        }
        disconnect.run();
    }
}
