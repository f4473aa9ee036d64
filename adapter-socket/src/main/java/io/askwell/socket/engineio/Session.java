package io.askwell.socket.engineio;

import java.time.Duration;
import java.util.List;
import java.util.function.Function;
import reactor.core.Disposable;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;

/**
 * One client, over whichever transport it has at the moment. Everything that happens to it is a turn: requests, frames,
 * timers and what the layer above sends come on many threads, and one after another here. So nothing is sent out of order,
 * and no two of them meet.
 *
 * <p>To a client that stops reading nothing more is sent: what can wait does, until the client reads again or has not
 * answered a ping in time. What cannot wait is bounded by {@link EngineSettings#maxBuffered}; beyond it the session ends.
 */
public final class Session {
    private final String id;
    private final Handshake handshake;
    private final Turns turns;
    private final Alarms alarms;
    private final Dialogue dialogue;
    private final Carrier carrier;

    /**
     * @param clock of its timers
     * @param above makes the layer above, which must not send yet
     * @param ended is told when it has ended
     */
    Session(String id, Handshake handshake, EngineSettings settings, Scheduler clock,
            Function<Session, SessionListener> above, Runnable ended) {
        this.id = id;
        this.handshake = handshake;
        this.turns = new Turns(this::failed);
        this.alarms = new Alarms(clock, turns);
        this.dialogue = new Dialogue(id, settings, turns, alarms, above.apply(this), ended);
        this.carrier = dialogue.carrier();
    }

    // For the layer above.

    public Handshake handshake() {
        return handshake;
    }

    /** Sends messages that go together, at once. */
    public void send(List<? extends Message> messages) {
        turns.take(() -> dialogue.send(messages));
    }

    /** Sends messages that go together; completes once there was room for them, or the session has ended. */
    public Mono<Void> sendWhenRoom(List<? extends Message> messages) {
        return Mono.create(taken -> {
            var waiting = new Outbox.Waiting(messages, taken);
            taken.onCancel(() -> turns.take(() -> dialogue.forget(waiting)));
            turns.take(() -> dialogue.sendWhenRoom(waiting));
        });
    }

    /** Does something in a turn of this session. */
    public void inTurn(Runnable task) {
        turns.take(task);
    }

    /** Does something later, in a turn of this session. To dispose it within a turn is for certain. */
    public Disposable after(Duration delay, Runnable task) {
        return alarms.after(delay, task);
    }

    /** @param reason for the log */
    public void close(String reason) {
        turns.take(() -> dialogue.end(reason));
    }

    /** Whether it has not ended; means something within a turn only. */
    public boolean isOpen() {
        return !carrier.isClosed();
    }

    /** Means something on every thread, for a moment. */
    boolean isOverWebSocket() {
        return carrier.isOverWebSocket();
    }

    // For the transports.

    String id() {
        return id;
    }

    /** The first poll: tells the terms. */
    Mono<String> openByPolling() {
        return Mono.defer(() -> {
            turns.take(dialogue::beginByPolling);
            return poll();
        });
    }

    void openByWebSocket(Link link) {
        turns.take(() -> dialogue.beginByWebSocket(link));
    }

    /** What there is to fetch, as soon as there is something; empty if the client must not ask now. */
    Mono<String> poll() {
        return Mono.create(body -> turns.take(() -> carrier.poll(new Poll(body))));
    }

    /** The client has dropped a poll. */
    void pollDropped() {
        turns.take(carrier::pollDropped);
    }

    /** Takes what the client posted; false if it must not post now, or not this. */
    Mono<Boolean> posted(String payload) {
        return Mono.create(accepted -> turns.take(() -> accepted.success(carrier.posted(payload))));
    }

    /** The client tries a WebSocket. */
    void probe(Link link) {
        turns.take(() -> carrier.probe(link));
    }

    void received(Link link, Packet packet) {
        turns.take(() -> carrier.received(link, packet));
    }

    /** The client has sent a ping of the WebSocket itself. */
    void pinged(Link link, byte[] payload) {
        turns.take(() -> carrier.pinged(link, payload));
    }

    /** The WebSocket is gone, or what came over it was no packet. */
    void lost(Link link, String reason) {
        turns.take(() -> carrier.lost(link, reason));
    }

    private void failed(Throwable mistake) {
        dialogue.fail(mistake);
    }
}
