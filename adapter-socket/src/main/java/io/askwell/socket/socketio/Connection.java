package io.askwell.socket.socketio;

import io.askwell.socket.engineio.Handshake;
import io.askwell.socket.engineio.Message;
import io.askwell.socket.engineio.Session;
import io.askwell.socket.engineio.SessionListener;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.core.Disposable;
import reactor.core.Disposables;
import reactor.core.publisher.Mono;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** One session: the namespaces that its client is in. All that happens here happens in turns of the session. */
final class Connection implements SessionListener {
    private static final Logger log = LoggerFactory.getLogger(Connection.class);
    private final Session session;
    private final Map<String, Namespace<?>> namespaces;
    private final PacketDecoder decoder;
    private final PacketEncoder encoder;
    private final Map<String, Membership> memberships = new HashMap<>();
    private final Disposable timeout;

    /**
     * @param namespaces by name
     * @param patience how long the client has to connect to one of them
     * @param maxBytes of all binary values of a packet
     */
    Connection(Session session, Map<String, Namespace<?>> namespaces, JsonMapper json, Duration patience,
            int maxBytes) {
        this.session = session;
        this.namespaces = namespaces;
        this.decoder = new PacketDecoder(json, maxBytes);
        this.encoder = new PacketEncoder(json);
        this.timeout = session.after(patience, () -> session.close("the client did not connect to a namespace"));
    }

    /** How far a client is with a namespace. */
    private sealed interface Membership {

        void end();
    }

    /** It waits to be admitted. */
    private record Admission(Disposable.Swap decision) implements Membership {
        @Override
        public void end() {
            decision.dispose();
        }
    }

    private record Member(Client<?> client) implements Membership {
        @Override
        public void end() {
            client.leave();
        }
    }

    @Override
    public void onMessage(Message message) {
        try {
            decoder.add(message).ifPresent(this::received);
        } catch (MalformedPacket malformed) {
            session.close(String.valueOf(malformed.getMessage()));
        }
    }

    private void received(SocketPacket packet) {
        switch (packet) {
            case SocketPacket.Connect connect -> connect(connect);
            case SocketPacket.Disconnect disconnect -> leave(disconnect.namespace());
            case SocketPacket.Emitted event -> emitted(event);
            // Nobody here asks clients for acknowledgements.
            case SocketPacket.Acknowledged _ -> {
            }
            case SocketPacket.Connected _,SocketPacket.ConnectError _ ->
                throw new IllegalStateException("the decoder makes none of these");
        }
    }

    private void emitted(SocketPacket.Emitted event) {
        if (memberships.get(event.namespace()) instanceof Member member) {
            member.client().received(event);
        } else if (memberships.isEmpty()) {
            session.close("the client did not connect before it sent an event");
        }
    }

    private void leave(String name) {
        Membership left = memberships.remove(name);
        if (left != null) {
            left.end();
        }
    }

    private void connect(SocketPacket.Connect packet) {
        String name = packet.namespace();
        Namespace<?> namespace = namespaces.get(name);
        if (namespace == null) {
            send(new SocketPacket.ConnectError(name, "Invalid namespace"));
        } else if (!memberships.containsKey(name)) {
            admit(name, namespace, packet.auth());
        }
    }

    private <I> void admit(String name, Namespace<I> namespace, JsonNode auth) {
        Handshake began = session.handshake();
        var admission = new Admission(Disposables.swap());
        memberships.put(name, admission);
        var connect = new Connect(auth, began.headers(), began.query(), began.remoteAddress());
        admission.decision().update(Mono.defer(() -> namespace.admit(connect))
                .switchIfEmpty(Mono.error(() -> new Refused("Not admitted")))
                .subscribe(identity -> session.inTurn(() -> admitted(name, admission, namespace, identity)),
                        refusal -> session.inTurn(() -> refused(name, admission, refusal))));
    }

    private <I> void admitted(String name, Admission admission, Namespace<I> namespace, I identity) {
        if (!admission.equals(memberships.get(name))) {
            return;
        }
        timeout.dispose();
        var client = new Client<>(UUID.randomUUID().toString(), identity, namespace, name, session, encoder);
        memberships.put(name, new Member(client));
        send(new SocketPacket.Connected(name, client.id()));
    }

    private void refused(String name, Admission admission, Throwable refusal) {
        if (!admission.equals(memberships.get(name))) {
            return;
        }
        memberships.remove(name);
        if (refusal instanceof Refused refused) {
            send(new SocketPacket.ConnectError(name, String.valueOf(refused.getMessage())));
        } else {
            log.error("A client could not be admitted", refusal);
            send(new SocketPacket.ConnectError(name, "Something went wrong on our side."));
        }
    }

    private void send(SocketPacket packet) {
        session.send(encoder.encode(packet));
    }

    @Override
    public void onClose() {
        timeout.dispose();
        memberships.values().forEach(Membership::end);
        memberships.clear();
    }
}
