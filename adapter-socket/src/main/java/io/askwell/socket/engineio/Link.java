package io.askwell.socket.engineio;

import java.util.List;
import java.util.function.Function;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;

/** A WebSocket connection, as its session sees it. Used within turns only. */
final class Link {
    private final Function<List<Packet>, Mono<Void>> write;
    private final Sinks.Empty<Void> ended = Sinks.empty();
    private boolean busy;

    /** @param write completes once all of them are written to the network */
    Link(Function<List<Packet>, Mono<Void>> write) {
        this.write = write;
    }

    /** Whether what was sent last is still being written. */
    boolean isBusy() {
        return busy;
    }

    /** Nothing else may be sent until this has completed and {@link #ready} was called. */
    Mono<Void> send(List<Packet> packets) {
        busy = true;
        return write.apply(packets);
    }

    void ready() {
        busy = false;
    }

    /** The server wants no more of it. */
    void end() {
        ended.tryEmitEmpty();
    }

    /** Completes when the server wants no more of it. */
    Mono<Void> ended() {
        return ended.asMono();
    }
}
