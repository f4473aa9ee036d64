package io.askwell.socket.engineio;

import static io.askwell.testkit.Patience.PATIENCE;
import static io.askwell.testkit.Patience.await;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicReference;
import org.springframework.http.HttpHeaders;
import org.springframework.util.LinkedMultiValueMap;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;
import reactor.test.scheduler.VirtualTimeScheduler;

/** A session whose time is turned by hand, and WebSockets for it. */
abstract class SessionByHand {
    static final Handshake NOBODY = new Handshake(new HttpHeaders(), new LinkedMultiValueMap<>(), null);
    final VirtualTimeScheduler clock = VirtualTimeScheduler.create();
    final List<Message> heard = new ArrayList<>();
    final CompletableFuture<Void> ended = new CompletableFuture<>();
    Session session = session(Engines.SETTINGS);

    Session session(EngineSettings settings) {
        return new Session("sid", NOBODY, settings, clock, it -> new SessionListener() {
            @Override
            public void onMessage(Message message) {
                heard.add(message);
            }

            @Override
            public void onClose() {
                ended.complete(null);
            }
        }, () -> {});
    }

    void opened() {
        assertThat(session.openByPolling().block()).startsWith("0{\"sid\":\"sid\"");
    }

    String fetch() {
        return session.poll().block(PATIENCE);
    }

    /** What a poll has got so far: an answer, or that it is refused. */
    AtomicReference<String> polled() {
        var poll = new AtomicReference<>("nothing yet");
        session.poll().defaultIfEmpty("refused").subscribe(poll::set);
        return poll;
    }

    /** A WebSocket whose frames arrive at once. */
    final class Wire {
        final List<String> sent = Collections.synchronizedList(new ArrayList<>());
        final Link link = new Link((pong, packets) -> Mono.fromRunnable(
                () -> packets.forEach(packet -> sent.add(PacketCodec.encode(packet)))));

        void probe() {
            session.probe(link);
            session.received(link, new Packet.Ping("probe"));
            // Another thread may be at its turns, and do these too.
            await().until(() -> sent.contains("3probe"));
        }
    }

    /** A WebSocket that takes a batch of frames when the test lets it. */
    final class SlowWire {
        private Sinks.Empty<Void> network = Sinks.empty();
        List<String> writing = List.of();
        final Link link = new Link((pong, packets) -> Mono.defer(() -> {
            network = Sinks.empty();
            writing = packets.stream().map(PacketCodec::encode).toList();
            return network.asMono();
        }));

        void probe() {
            session.probe(link);
            session.received(link, new Packet.Ping("probe"));
        }

        void written() {
            network.tryEmitEmpty();
        }
    }
}
