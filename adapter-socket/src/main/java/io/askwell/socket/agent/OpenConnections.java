package io.askwell.socket.agent;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.springframework.context.event.ContextClosedEvent;
import org.springframework.context.event.EventListener;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;

/**
 * How many WebSockets there are, in all and from each address. It tells them when the server stops, before the server waits for
 * its connections to end: theirs never would.
 */
final class OpenConnections {
    private final int most;
    private final int mostPerAddress;
    private final AtomicInteger count = new AtomicInteger();
    private final Map<Object, Integer> perAddress = new ConcurrentHashMap<>();
    private final Sinks.Empty<Void> stopping = Sinks.empty();

    OpenConnections(int most, int mostPerAddress) {
        this.most = most;
        this.mostPerAddress = mostPerAddress;
    }

    /** The place of a connection, to be left once it has ended. */
    final class Place {
        private final Object address;
        private final AtomicBoolean left = new AtomicBoolean();

        private Place(Object address) {
            this.address = address;
        }

        void leave() {
            if (left.compareAndSet(false, true)) {
                OpenConnections.this.leave(address);
            }
        }
    }

    /**
     * @param address whatever counts as one
     * @throws TooManyConnections if there is no place
     */
    Place enter(Object address) {
        if (count.incrementAndGet() > most) {
            count.decrementAndGet();
            throw new TooManyConnections();
        }
        if (perAddress.merge(address, 1, Integer::sum) > mostPerAddress) {
            leave(address);
            throw new TooManyConnections();
        }
        return new Place(address);
    }

    private void leave(Object address) {
        count.decrementAndGet();
        perAddress.computeIfPresent(address, (same, open) -> open == 1 ? null : open - 1);
    }

    int count() {
        return count.get();
    }

    /** Completes when the server stops. */
    Mono<Void> stopping() {
        return stopping.asMono();
    }

    @EventListener(ContextClosedEvent.class)
    void stop() {
        stopping.tryEmitEmpty();
    }
}
