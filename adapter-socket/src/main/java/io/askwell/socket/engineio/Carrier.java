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

/**
 * Carries the packets of a session to its client and back, by whichever transport the client has: its phases, and how one follows
 * another. What the packets say is the business of others. Used within turns only.
 */
final class Carrier {
    private static final List<Packet> NOOP = List.of(new Packet.Noop());
    private static final List<Packet> CLOSE = List.of(new Packet.Close());
    private static final String LEFT = "the client left";
    private static final String BROKEN = "the connection broke";
    /** The last poll of a client that leaves is about as fast as its good-bye. */
    private static final Duration LAST_POLL = Duration.ofMillis(50);
    /** How long a poll is held that a client sends though it tries a WebSocket. */
    private static final Duration POLL_WHILE_UPGRADING = Duration.ofMillis(100);
    private final Duration upgradeTimeout;
    private final Turns turns;
    private final Alarms alarms;
    private final Outbox outbox;
    private final Recipient recipient;
    /** Of other threads only those read it that count. */
    private volatile Phase phase = new Polling(null);

    /** @param outbox what is to be carried to the client */
    Carrier(Duration upgradeTimeout, Turns turns, Alarms alarms, Outbox outbox, Recipient recipient) {
        this.upgradeTimeout = upgradeTimeout;
        this.turns = turns;
        this.alarms = alarms;
        this.outbox = outbox;
        this.recipient = recipient;
    }

    /** Who gets what comes from the client. */
    interface Recipient {

        /** Ignores what comes after the end. */
        void receive(Packet packet);

        /**
         * The session cannot go on; {@link #close} follows from it.
         *
         * @param reason for the log
         */
        void end(String reason);
    }

    /** Whether the client can be told nothing more. */
    boolean isOver() {
        return phase instanceof Closed || phase instanceof Leaving;
    }

    boolean isClosed() {
        return phase instanceof Closed;
    }

    boolean isOverWebSocket() {
        return phase instanceof Connected;
    }

    /** A client that comes over a WebSocket from the first. */
    void connect(Link link) {
        phase = new Connected(link);
    }

    /** Sends what is in the outbox, if that can be now. */
    void flush() {
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
                    goOn(link);
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
                recipient.end("the client polls twice at a time");
                poll.refuse();
            }
            case Leaving _ -> {
                poll.answer(NOOP);
                recipient.end(LEFT);
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
            recipient.end("the client dropped its poll");
        }
    }

    /** False if the client must not post now, or not this. */
    boolean posted(String payload) {
        if (!(phase instanceof Polled)) {
            return false;
        }
        try {
            PacketCodec.decodePayload(payload).forEach(recipient::receive);
            return true;
        } catch (ProtocolViolation violation) {
            recipient.end(String.valueOf(violation.getMessage()));
            return false;
        }
    }

    // What comes by WebSocket.

    void probe(Link link) {
        if (phase instanceof Polling polling) {
            phase = new Upgrading(polling.poll(), link, false,
                    alarms.after(upgradeTimeout, () -> lost(link, "the upgrade took too long")));
        } else {
            link.end();
        }
    }

    void received(Link link, Packet packet) {
        if (hasGoneOverTo(link)) {
            recipient.receive(packet);
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
            recipient.end(reason);
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
                phase = new Upgrading(now.poll(), now.link(), true, now.timeout());
                write(now.link(), List.of(new Packet.Pong("probe")));
            }
            case Packet.Upgrade _ when now.probed() -> {
                phase = new GoingOver(now.poll(), now.link(), now.timeout());
                goOn(now.link());
            }
            default -> dropProbe(now.link());
        }
    }

    /** The next step of an upgrade, once the answer to its probe is on the network. */
    private void goOn(Link link) {
        if (link.isBusy()) {
            return;
        }
        if (phase instanceof Upgrading now && now.link() == link && now.probed()) {
            // The client goes over when its poll has ended.
            answer(now, NOOP);
        } else if (phase instanceof GoingOver now && now.link() == link) {
            now.timeout().dispose();
            phase = new Connected(link);
            refuse(now);
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

    // How it ends.

    /** The client has said good-bye. */
    void leave() {
        if (phase instanceof Polled polled && polled.poll() == null) {
            abandon(polled);
            phase = new Leaving();
            alarms.after(LAST_POLL, () -> recipient.end(LEFT));
            return;
        }
        if (phase instanceof Polled polled) {
            answer(polled, NOOP);
        }
        recipient.end(LEFT);
    }

    /** Says good-bye, however the client can hear it. */
    void close() {
        Phase last = phase;
        phase = new Closed();
        abandon(last);
        switch (last) {
            case Polled now when now.poll() != null -> now.poll().answer(CLOSE);
            case GoingOver now -> {
                now.timeout().dispose();
                now.link().end();
                refuse(now);
            }
            case Connected now -> now.link().end();
            case Polled _,Leaving _,Closed _ -> {
            }
        }
    }
}
