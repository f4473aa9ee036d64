package io.askwell.socket.engineio;

import java.security.SecureRandom;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import reactor.core.scheduler.Scheduler;

/** The sessions that there are, of all clients and of each address. */
final class Sessions {
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final int ID_BYTES = 15;
    private final EngineSettings settings;
    private final Scheduler clock;
    private final Function<Session, SessionListener> above;
    private final Function<Handshake, Object> place;
    private final Map<String, Session> byId = new ConcurrentHashMap<>();
    private final Map<Object, Integer> perPlace = new ConcurrentHashMap<>();
    private final AtomicInteger count = new AtomicInteger();
    private volatile boolean closed;

    /** @param place what counts as one address */
    Sessions(EngineSettings settings, Scheduler clock, Function<Session, SessionListener> above,
            Function<Handshake, Object> place) {
        this.settings = settings;
        this.clock = clock;
        this.above = above;
        this.place = place;
    }

    /** A new session, or empty if there are as many as there may be. */
    Optional<Session> open(Handshake handshake) {
        Object from = place.apply(handshake);
        if (!occupy(from)) {
            return Optional.empty();
        }
        String id = randomId();
        var session = new Session(id, handshake, settings, clock, above, () -> {
            byId.remove(id);
            leave(from);
        });
        byId.put(id, session);
        if (closed) {
            session.close("the server stops");
        }
        return Optional.of(session);
    }

    Optional<Session> find(@Nullable String id) {
        return id == null ? Optional.empty() : Optional.ofNullable(byId.get(id));
    }

    int count() {
        return count.get();
    }

    /** How many of them go over a WebSocket. */
    int countWebSockets() {
        return Math.toIntExact(byId.values().stream().filter(Session::isOverWebSocket).count());
    }

    /** Ends all, and those to come. */
    void close() {
        closed = true;
        List.copyOf(byId.values()).forEach(session -> session.close("the server stops"));
    }

    /** Whoever knows it can speak for the client: it must be hard to guess. */
    private static String randomId() {
        byte[] bytes = new byte[ID_BYTES];
        RANDOM.nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    private boolean occupy(Object from) {
        if (count.incrementAndGet() > settings.maxSessions()) {
            count.decrementAndGet();
            return false;
        }
        if (perPlace.merge(from, 1, Integer::sum) > settings.maxSessionsPerAddress()) {
            leave(from);
            return false;
        }
        return true;
    }

    private void leave(Object from) {
        count.decrementAndGet();
        perPlace.computeIfPresent(from, (same, sessions) -> sessions == 1 ? null : sessions - 1);
    }
}
