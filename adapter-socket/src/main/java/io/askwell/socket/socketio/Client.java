package io.askwell.socket.socketio;

import io.askwell.socket.engineio.Message;
import io.askwell.socket.engineio.Session;
import java.util.List;
import java.util.OptionalLong;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.core.Disposable;
import reactor.core.Disposables;
import reactor.core.publisher.Mono;
import tools.jackson.databind.JsonNode;

/**
 * A client in one namespace.
 *
 * @param <I> who it is
 */
public final class Client<I> {
    private static final Logger log = LoggerFactory.getLogger(Client.class);
    private final String id;
    private final I identity;
    private final Namespace<I> namespace;
    private final String name;
    private final Session session;
    private final PacketEncoder encoder;
    private final Disposable.Composite work = Disposables.composite();

    Client(String id, I identity, Namespace<I> namespace, String name, Session session, PacketEncoder encoder) {
        this.id = id;
        this.identity = identity;
        this.namespace = namespace;
        this.name = name;
        this.session = session;
        this.encoder = encoder;
    }

    /** What it is called here; no secret. */
    public String id() {
        return id;
    }

    public I identity() {
        return identity;
    }

    /**
     * Emits an event; completes once there was room for it. Whoever waits for that before the next lets a slow client set the
     * pace.
     *
     * @param values are written as JSON
     */
    public Mono<Void> emit(String event, Object... values) {
        return Mono.defer(() -> session.sendWhenRoom(encode(event, values)));
    }

    /** Emits an event that cannot wait for room; a client that leaves too many of them unread is sent away. */
    public void emitAtOnce(String event, Object... values) {
        session.send(encode(event, values));
    }

    private List<Message> encode(String event, Object... values) {
        return encoder.encode(new SocketPacket.Emitted(name,
                Stream.concat(Stream.of(event), Stream.of(values)).toList(), OptionalLong.empty()));
    }

    void received(SocketPacket.Emitted packet) {
        List<JsonNode> arguments = packet.arguments().stream().map(JsonNode.class::cast).toList();
        var event = new Event(arguments.getFirst().asString(), arguments.subList(1, arguments.size()),
                reply(packet.id()));
        Disposable.Swap task = Disposables.swap();
        work.add(task);
        task.update(Mono.defer(() -> namespace.handle(this, event)).doFinally(end -> work.remove(task))
                .subscribe(nothing -> {}, mistake -> log.error("An event could not be handled", mistake)));
    }

    private Event.Reply reply(OptionalLong id) {
        if (id.isEmpty()) {
            return values -> false;
        }
        var sent = new AtomicBoolean();
        return values -> {
            boolean first = sent.compareAndSet(false, true);
            if (first) {
                session.send(encoder.encode(new SocketPacket.Acknowledged(name, List.of(values), id.getAsLong())));
            }
            return first;
        };
    }

    /** Cancels all that is at work for it. */
    void leave() {
        work.dispose();
    }
}
