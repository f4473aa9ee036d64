package io.askwell.socket.engineio;

import io.askwell.socket.engineio.Phase.Closed;
import io.askwell.socket.engineio.Phase.Connected;
import io.askwell.socket.engineio.Phase.GoingOver;
import io.askwell.socket.engineio.Phase.Leaving;
import io.askwell.socket.engineio.Phase.Polled;
import io.askwell.socket.engineio.Phase.Polling;
import io.askwell.socket.engineio.Phase.Upgrading;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What becomes of a session, turn by turn: its phases, and what each of them makes of what comes. Used within turns only. */
final class Dialogue {
    private static final Logger log = LoggerFactory.getLogger(Dialogue.class);
    private static final List<Packet> NOOP = List.of(new Packet.Noop());
    private static final List<Packet> CLOSE = List.of(new Packet.Close());
    private static final String BROKEN = "the connection broke";
    /** The last poll of a client that leaves is about as fast as its good-bye. */
    private static final Duration LAST_POLL = Duration.ofMillis(50);
    /** How long a poll is held that a client sends though it tries a WebSocket. */
    private static final Duration POLL_WHILE_UPGRADING = Duration.ofMillis(100);
    private final String id;
    private final EngineSettings settings;
    private final Turns turns;
    private final Alarms alarms;
    private final SessionListener listener;
    private final Runnable ended;
    private final Outbox outbox;
    private final Heartbeat heartbeat;
    /** Of other threads only those read it that count. */
    private volatile Phase phase = new Polling(null);

    Dialogue(String id, EngineSettings settings, Turns turns, Alarms alarms, SessionListener listener,
            Runnable ended) {
        this.id = id;
        this.settings = settings;
        this.turns = turns;
        this.alarms = alarms;
        this.listener = listener;
        this.ended = ended;
        this.outbox = new Outbox(settings.maxBuffered());
        this.heartbeat = new Heartbeat(alarms, settings.pingInterval(), settings.pingTimeout(),
                () -> send(List.of(new Packet.Ping(""))), () -> end("the client does not answer"));
    }

    boolean isOpen() {
        return !(phase instanceof Closed);
    }

    boolean isOverWebSocket() {
        return phase instanceof Connected;
    }

    void beginByPolling() {
        begin(List.of("websocket"));
    }

    void beginByWebSocket(Link link) {
        if (!isOpen()) {
            link.end();
            return;
        }
        phase = new Connected(link);
        begin(List.of());
    }

    private void begin(List<String> upgrades) {
        heartbeat.alive();
        send(List.of(new Packet.Open(Terms.of(id, upgrades, settings))));
    }

    // What is sent.

    void send(List<? extends Packet> packets) {
        if (isOver()) {
            return;
        }
        if (outbox.add(packets)) {
            flush();
        } else {
            end("the client does not read what it asked for");
        }
    }

    void sendWhenRoom(Outbox.Waiting waiting) {
        if (isOver()) {
            waiting.taken().success();
        } else {
            outbox.addWhenRoom(waiting);
            flush();
        }
    }

    void forget(Outbox.Waiting waiting) {
        outbox.forget(waiting);
    }

    private boolean isOver() {
        return phase instanceof Closed || phase instanceof Leaving;
    }

    private void flush() {
        if (outbox.isEmpty()) {
            return;
        }
        if (phase instanceof Polled polled && polled.poll() != null) {
            answer(polled, outbox.takeAll());
        } else if (phase instanceof Connected connected && !connected.link().isBusy()) {
            write(connected.link(), outbox.takeAll());
        }
    }

    private void write(Link link, List<Packet> packets) {
        link.send(packets).subscribe(written -> {}, broken -> turns.take(() -> lost(link, BROKEN)),
                () -> turns.take(() -> {
                    link.written();
                    arrive();
                    flush();
                    answerPing(link);
                }));
    }

    /** Ends the poll that waits, if one does. */
    private void answer(Polled now, List<Packet> packets) {
        phase = now.with(null);
        if (now.poll() != null) {
            now.poll().answer(packets);
        }
    }

    // What comes by polling.

    void poll(Poll poll) {
        switch (phase) {
            case Polled now when now.poll() == null -> hold(now.with(poll), poll);
            case Polled _ -> {
                end("the client polls twice at a time");
                poll.refuse();
            }
            case Leaving _ -> {
                poll.answer(NOOP);
                end("the client left");
            }
            case GoingOver now when now.poll() == null -> phase = new GoingOver(poll, now.link(), now.timeout());
            case GoingOver _,Connected _,Closed _ -> poll.refuse();
        }
    }

    private void hold(Polled now, Poll poll) {
        phase = now;
        flush();
        if (now instanceof Upgrading upgrading && upgrading.probed()) {
            alarms.after(POLL_WHILE_UPGRADING, () -> {
                if (phase instanceof Upgrading still && still.poll() == poll) {
                    answer(still, NOOP);
                }
            });
        }
    }

    void pollDropped() {
        if (phase instanceof Polled) {
            end("the client dropped its poll");
        }
    }

    /** False if the client must not post now, or not this. */
    boolean posted(String payload) {
        if (!(phase instanceof Polled)) {
            return false;
        }
        try {
            PacketCodec.decodePayload(payload).forEach(this::handle);
            return true;
        } catch (ProtocolViolation violation) {
            end(violation.getMessage());
            return false;
        }
    }

    // What comes by WebSocket.

    void probe(Link link) {
        if (phase instanceof Polling polling) {
            phase = new Upgrading(polling.poll(), link, false,
                    alarms.after(settings.upgradeTimeout(), () -> lost(link, "the upgrade took too long")));
        } else {
            link.end();
        }
    }

    void received(Link link, Packet packet) {
        if (hasGoneOverTo(link)) {
            handle(packet);
        } else if (phase instanceof Upgrading upgrading && upgrading.link() == link) {
            tried(upgrading, packet);
        } else {
            link.end();
        }
    }

    /** That of the WebSocket itself, tried or gone over to. */
    void pinged(Link link, byte[] payload) {
        link.pinged(payload);
        answerPing(link);
    }

    private void answerPing(Link link) {
        if (link.owesPong()) {
            write(link, List.of());
        }
    }

    void lost(Link link, String reason) {
        link.end();
        if (hasGoneOverTo(link)) {
            end(reason);
        } else {
            dropProbe(link);
        }
    }

    private boolean hasGoneOverTo(Link link) {
        return switch (phase) {
            case GoingOver now -> now.link() == link;
            case Connected now -> now.link() == link;
            case Polled _,Leaving _,Closed _ -> false;
        };
    }

    private void tried(Upgrading now, Packet packet) {
        switch (packet) {
            case Packet.Ping ping when ping.data().equals("probe") && !now.probed() -> {
                write(now.link(), List.of(new Packet.Pong("probe")));
                // The client goes over when its poll has ended.
                answer(new Upgrading(now.poll(), now.link(), true, now.timeout()), NOOP);
            }
            case Packet.Upgrade _ when now.probed() -> {
                phase = new GoingOver(now.poll(), now.link(), now.timeout());
                arrive();
            }
            default -> dropProbe(now.link());
        }
    }

    private void arrive() {
        if (phase instanceof GoingOver going && !going.link().isBusy()) {
            going.timeout().dispose();
            phase = new Connected(going.link());
            refuse(going);
            flush();
        }
    }

    /** A client that goes over has ended its polls: one that comes all the same must not get what is to be sent. */
    private static void refuse(GoingOver going) {
        if (going.poll() != null) {
            going.poll().refuse();
        }
    }

    private void dropProbe(Link link) {
        if (phase instanceof Upgrading upgrading && upgrading.link() == link) {
            phase = new Polling(upgrading.poll());
            abandon(upgrading);
        }
    }

    private static void abandon(Phase phase) {
        if (phase instanceof Upgrading upgrading) {
            upgrading.timeout().dispose();
            upgrading.link().end();
        }
    }

    // What comes by either.

    private void handle(Packet packet) {
        if (isOver()) {
            return;
        }
        switch (packet) {
            case Message message -> hear(message);
            case Packet.Pong _ -> heartbeat.alive();
            case Packet.Close _ -> leave();
            // Nothing that a client of this version sends outside of an upgrade, and nothing that does harm.
            case Packet.Ping _,Packet.Noop _,Packet.Upgrade _,Packet.Open _ -> {
            }
        }
    }

    private void hear(Message message) {
        try {
            listener.onMessage(message);
        } catch (RuntimeException mistake) {
            // Here, so that the request that brought the message is answered.
            fail(mistake);
        }
    }

    private void leave() {
        if (phase instanceof Polled polled && polled.poll() == null) {
            abandon(polled);
            phase = new Leaving();
            alarms.after(LAST_POLL, () -> end("the client left"));
            return;
        }
        if (phase instanceof Polled polled) {
            answer(polled, NOOP);
        }
        end("the client left");
    }

    void end(@Nullable String reason) {
        if (phase instanceof Closed) {
            return;
        }
        log.debug("A session ends: {}", reason);
        Phase last = phase;
        phase = new Closed();
        heartbeat.stop();
        abandon(last);
        if (last instanceof Polled polled && polled.poll() != null) {
            polled.poll().answer(CLOSE);
        } else if (last instanceof GoingOver going) {
            going.timeout().dispose();
            going.link().end();
            refuse(going);
        } else if (last instanceof Connected connected) {
            connected.link().end();
        }
        outbox.close();
        ended.run();
        listener.onClose();
    }

    void fail(Throwable mistake) {
        log.error("A session failed", mistake);
        end("a mistake of ours");
    }
}
