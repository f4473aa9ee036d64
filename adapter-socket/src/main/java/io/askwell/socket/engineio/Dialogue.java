package io.askwell.socket.engineio;

import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What a session says and hears, whatever carries it. Used within turns only. */
final class Dialogue implements Carrier.Recipient {
    private static final Logger log = LoggerFactory.getLogger(Dialogue.class);
    private final String id;
    private final EngineSettings settings;
    private final SessionListener listener;
    private final Runnable ended;
    private final Outbox outbox;
    private final Heartbeat heartbeat;
    private final Carrier carrier;

    Dialogue(String id, EngineSettings settings, Turns turns, Alarms alarms, SessionListener listener,
            Runnable ended) {
        this.id = id;
        this.settings = settings;
        this.listener = listener;
        this.ended = ended;
        this.outbox = new Outbox(settings.maxBuffered());
        this.heartbeat = new Heartbeat(alarms, settings.pingInterval(), settings.pingTimeout(),
                () -> send(List.of(new Packet.Ping(""))), () -> end("the client does not answer"));
        this.carrier = new Carrier(settings.upgradeTimeout(), turns, alarms, outbox, this);
    }

    Carrier carrier() {
        return carrier;
    }

    void beginByPolling() {
        begin(List.of("websocket"));
    }

    void beginByWebSocket(Link link) {
        if (carrier.isClosed()) {
            link.end();
            return;
        }
        carrier.connect(link);
        begin(List.of());
    }

    private void begin(List<String> upgrades) {
        heartbeat.alive();
        send(List.of(new Packet.Open(Terms.of(id, upgrades, settings))));
    }

    void send(List<? extends Packet> packets) {
        if (carrier.isOver()) {
            return;
        }
        if (outbox.add(packets)) {
            carrier.flush();
        } else {
            end("the client does not read what it asked for");
        }
    }

    void sendWhenRoom(Outbox.Waiting waiting) {
        if (carrier.isOver()) {
            waiting.taken().success();
        } else {
            outbox.addWhenRoom(waiting);
            carrier.flush();
        }
    }

    void forget(Outbox.Waiting waiting) {
        outbox.forget(waiting);
    }

    @Override
    public void receive(Packet packet) {
        if (carrier.isOver()) {
            return;
        }
        switch (packet) {
            case Message message -> hear(message);
            case Packet.Pong _ -> heartbeat.alive();
            case Packet.Close _ -> carrier.leave();
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

    @Override
    public void end(String reason) {
        if (carrier.isClosed()) {
            return;
        }
        log.debug("A session ends: {}", reason);
        heartbeat.stop();
        carrier.close();
        outbox.close();
        ended.run();
        listener.onClose();
    }

    void fail(Throwable mistake) {
        log.error("A session failed", mistake);
        end("a mistake of ours");
    }
}
