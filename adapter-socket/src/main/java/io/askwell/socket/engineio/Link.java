package io.askwell.socket.engineio;

import java.util.List;
import java.util.Optional;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;

/**
 * A WebSocket connection, as its session sees it. Used within turns only.
 *
 * <p>Of the pings of the WebSocket itself the latest is answered, as the protocol allows, with whatever is sent next: so
 * answers do not pile up for a client that pings and does not read.
 */
final class Link {
    private final Writer writer;
    private final Sinks.Empty<Void> ended = Sinks.empty();
    private Optional<byte[]> ping = Optional.empty();
    private int writing;
    private boolean over;

    Link(Writer writer) {
        this.writer = writer;
    }

    /** The way to the network. */
    interface Writer {

        /**
         * Completes once all is written.
         *
         * @param pong its payload, if a ping is to be answered
         */
        Mono<Void> write(Optional<byte[]> pong, List<Packet> packets);
    }

    /** The client has sent a ping of the WebSocket, with that payload. */
    void pinged(byte[] payload) {
        ping = Optional.of(payload);
    }

    /** Whether a ping waits for its answer, and could be answered now. */
    boolean owesPong() {
        return ping.isPresent() && !isBusy() && !over;
    }

    /** Whether what was sent last is still being written. */
    boolean isBusy() {
        return writing > 0;
    }

    /** Nothing else should be sent until this has completed and {@link #written} was called. */
    Mono<Void> send(List<Packet> packets) {
        writing++;
        Optional<byte[]> pong = ping;
        ping = Optional.empty();
        return writer.write(pong, packets);
    }

    void written() {
        writing--;
    }

    /** The server wants no more of it. */
    void end() {
        over = true;
        ended.tryEmitEmpty();
    }

    /** Completes when the server wants no more of it. */
    Mono<Void> ended() {
        return ended.asMono();
    }
}
