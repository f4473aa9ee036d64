package io.askwell.socket.engineio;

import static io.askwell.testkit.Patience.FOREVER;
import static io.askwell.testkit.Patience.PATIENCE;
import static io.askwell.testkit.Patience.await;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.askwell.socket.Frames;
import io.askwell.socket.LocalServer;
import io.askwell.socket.RawClient;
import io.askwell.socket.RawFrames;
import java.io.IOException;
import java.net.http.HttpRequest;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Sinks;

/** How much a client may send, leave unread and open. */
class LimitsTest {
    private static final EngineSettings SMALL = small(FOREVER, FOREVER);

    private static EngineSettings small(Duration pingInterval, Duration pingTimeout) {
        return new EngineSettings(pingInterval, pingTimeout, PATIENCE, 1_000, 100_000, 3, 2);
    }

    @Test
    void aFrameThatIsTooLargeEndsTheSession() {
        try (var server = Engines.server(SMALL)) {
            Frames socket = new RawClient(server).webSocket();
            socket.next();

            assertThat(socket.send("4" + "x".repeat(998)).next()).isEqualTo("4" + "x".repeat(998));
            assertThat(socket.send("4" + "x".repeat(1_000)).closed()).isNotEqualTo(1000);
        }
    }

    @Test
    void aBodyThatIsTooLargeEndsTheSession() {
        try (var server = Engines.server(SMALL)) {
            var session = new RawClient(server).polling();

            assertThat(session.post("4" + "x".repeat(999)).statusCode()).isEqualTo(200);
            assertThat(session.post("4" + "x".repeat(1_000)).statusCode()).isEqualTo(413);
            assertThat(session.poll().statusCode()).isEqualTo(400);
        }
    }

    @Test
    void noMoreClientsThanAllowedAreConnected() {
        var engine = Engines.engine(SMALL, Engines.Echo::new);
        try (var server = LocalServer.of(engine)) {
            var client = new RawClient(server);
            var first = client.polling();
            Frames second = client.webSocket();

            assertThat(client.open("EIO=4&transport=polling").statusCode()).isEqualTo(503);
            assertThatThrownBy(client::webSocket).hasRootCauseMessage("Unexpected HTTP response status code 503");
            second.close();
            await().until(() -> engine.sessions() < 2);
            assertThat(client.polling().post("1").statusCode()).isEqualTo(200);
            first.post("1");
            await().until(() -> engine.sessions() == 0);
        }
    }

    @Test
    void aPageOfAnotherOriginMayNotConnect() {
        try (var server = Engines.server(SMALL)) {
            assertThat(open(server, "https://evil.example")).isEqualTo(403);
            assertThat(open(server, "null")).isEqualTo(403);
            assertThat(open(server, "https://app.example")).isEqualTo(200);
            assertThat(open(server, "https://127.0.0.1:" + server.port())).isEqualTo(200);
        }
    }

    @Test
    void aServerThatStopsEndsItsSessions() {
        var engine = Engines.engine(Engines.SETTINGS, Engines.Echo::new);
        try (var server = LocalServer.of(engine)) {
            var client = new RawClient(server);
            Frames socket = client.webSocket();
            var poll = client.polling().pollThatWaits();
            assertThat(engine.sessions()).isEqualTo(2);
            engine.close();

            assertThat(socket.closed()).isEqualTo(1000);
            assertThat(poll.join().body()).isEqualTo("1");
            assertThat(engine.sessions()).isZero();
        }
    }

    @Test
    void aClientThatDoesNotReadIsWaitedForAndCutOffWhileOthersAreServed() throws IOException {
        var emitted = new AtomicInteger();
        var sessions = new CopyOnWriteArrayList<Session>();
        var engine = Engines.engine(small(Duration.ofMillis(300), Duration.ofSeconds(2)),
                session -> new Flood(session, sessions, emitted));
        try (var server = LocalServer.of(engine);
                var deaf = RawFrames.connect(server.port(), "/engine.io/?EIO=4&transport=websocket&flood=1")) {
            await().until(() -> sessions.size() == 1 && emitted.get() > 0);

            var good = new RawClient(server).webSocket();
            good.next();
            int before = emitted.get();
            await().until(() -> {
                answerPings(good);
                return engine.sessions() == 1;
            });
            // What the kernel and the box took in, and not a megabyte for each of the messages.
            assertThat(emitted.get()).isBetween(before, 10_000);
            assertThat(good.send("4hello").nextMessage()).isEqualTo("4hello");
            good.close();
            // The good-bye does not reach it either: only that the connection is gone tells.
            await().until(() -> isGone(deaf));
        }
    }

    private static void answerPings(Frames socket) {
        while (socket.hasNext()) {
            assertThat(socket.next()).isEqualTo("2");
            socket.send("3");
        }
    }

    private static boolean isGone(RawFrames socket) {
        try {
            socket.send((byte) 0);
            return false;
        } catch (IOException gone) {
            return true;
        }
    }

    /** Sends without an end to whoever asks for that, at the pace at which it is read. */
    private static final class Flood implements SessionListener {
        private final Session session;
        private final Sinks.Empty<Void> ended = Sinks.empty();

        Flood(Session session, List<Session> sessions, AtomicInteger emitted) {
            this.session = session;
            if (session.handshake().query().containsKey("flood")) {
                sessions.add(session);
                session.after(Duration.ofMillis(50), () -> Flux.range(0, Integer.MAX_VALUE)
                        .concatMap(number -> session.sendWhenRoom(List.of(new Message.Text("x".repeat(1_000))))
                                .doOnSuccess(sent -> emitted.incrementAndGet()), 1)
                        .takeUntilOther(ended.asMono()).subscribe());
            }
        }

        @Override
        public void onMessage(Message message) {
            session.send(List.of(message));
        }

        @Override
        public void onClose() {
            ended.tryEmitEmpty();
        }
    }

    private static int open(LocalServer server, String origin) {
        return RawClient.send(HttpRequest.newBuilder(server.http("EIO=4&transport=polling"))
                .header("Origin", origin).build()).statusCode();
    }
}
