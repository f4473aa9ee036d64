package io.askwell.socket.engineio;

import static io.askwell.testkit.Patience.PATIENCE;
import static io.askwell.testkit.Patience.await;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.askwell.socket.Frames;
import io.askwell.socket.LocalServer;
import io.askwell.socket.RawClient;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.json.JsonMapper;

/** What the protocol's own test suite asks of a server of Engine.IO 4, case by case. */
class EngineConformanceTest {
    private static final LocalServer server = Engines.server(Engines.SETTINGS);
    private static final RawClient client = new RawClient(server);
    private static final String OK = "ok";

    @AfterAll
    static void stop() {
        server.close();
    }

    @Nested
    class Handshake {
        @Test
        void overPollingTellsTheTerms() {
            HttpResponse<String> response = client.open("EIO=4&transport=polling");

            assertThat(response.statusCode()).isEqualTo(200);
            assertThat(response.body()).startsWith("0");
            Map<?, ?> terms = JsonMapper.shared().readValue(response.body().substring(1), Map.class);
            assertThat(terms.keySet().stream().map(Object::toString)).containsExactlyInAnyOrder("sid", "upgrades",
                    "pingInterval", "pingTimeout", "maxPayload");
            assertThat(terms.toString()).contains("upgrades=[websocket], pingInterval=600000, pingTimeout=30000, "
                    + "maxPayload=1000000");
        }

        @Test
        void overWebSocketTellsTheTermsAndOffersNoUpgrade() {
            Frames socket = client.webSocket();

            assertThat((String) socket.next()).startsWith("0{\"sid\":\"").contains("\"upgrades\":[]",
                    "\"pingInterval\":600000", "\"pingTimeout\":30000", "\"maxPayload\":1000000");
            socket.close();
        }

        @ParameterizedTest
        @ValueSource(strings = {"transport=polling", "EIO=abc&transport=polling", "EIO=3&transport=polling", "EIO=4",
                "EIO=4&transport=abc", "EIO=4&transport=websocket", "EIO=4&transport=polling&sid=unknown"})
        void ofAnotherFormIsRefused(String query) {
            assertThat(client.open(query).statusCode()).isEqualTo(400);
        }

        @ParameterizedTest
        @ValueSource(strings = {"POST", "PUT", "DELETE"})
        void byAnotherMethodIsRefused(String method) {
            assertThat(client.request(method, "EIO=4&transport=polling").statusCode()).isEqualTo(400);
        }

        @ParameterizedTest
        @ValueSource(strings = {"transport=websocket", "EIO=abc&transport=websocket", "EIO=4", "EIO=4&transport=abc",
                "EIO=4&transport=websocket&sid=unknown"})
        void ofAWebSocketOfAnotherFormIsRefused(String query) {
            assertThatThrownBy(() -> client.connect(query))
                    .hasRootCauseMessage("Unexpected HTTP response status code 400");
        }
    }

    @Nested
    class Messages {
        @ParameterizedTest
        @ValueSource(strings = {"4hello", "4test1\u001e4test2\u001e4test3", "4hello\u001ebAQIDBA=="})
        void goThereAndBackOverPolling(String payload) {
            var session = client.polling();

            assertThat(session.post(payload).body()).isEqualTo(OK);
            HttpResponse<String> fetched = session.poll();
            assertThat(fetched.statusCode()).isEqualTo(200);
            assertThat(fetched.body()).isEqualTo(payload);
        }

        @ParameterizedTest
        @ValueSource(strings = {"abc", "", "4a\u001e", "b?"})
        void ofAnotherFormEndASessionThatPolls(String payload) {
            var session = client.polling();

            assertThat(session.post(payload).statusCode()).isEqualTo(400);
            assertThat(session.poll().statusCode()).isEqualTo(400);
        }

        @Test
        void areFetchedByOnePollAtATime() {
            var session = client.polling();
            var first = session.pollThatWaits();

            assertThat(session.poll().statusCode()).isEqualTo(400);
            assertThat(first.join().body()).isEqualTo("1");
            assertThat(session.poll().statusCode()).isEqualTo(400);
        }

        @Test
        void areFetchedByNobodyWhoDropsAPoll() {
            var engine = Engines.engine(Engines.SETTINGS, Engines.Echo::new);
            try (var own = LocalServer.of(engine)) {
                var session = new RawClient(own).polling();
                session.pollThatWaits().cancel(true);
                await().until(() -> engine.sessions() == 0);

                assertThat(session.poll().statusCode()).isEqualTo(400);
            }
        }

        @Test
        void goThereAndBackOverWebSocket() {
            Frames socket = client.webSocket();
            socket.next();

            assertThat(socket.send("4hello").nextMessage()).isEqualTo("4hello");
            assertThat((byte[]) socket.send(new byte[]{1, 2, 3, 4}).nextMessage()).containsExactly(1, 2, 3, 4);
            socket.close();
        }

        @ParameterizedTest
        @ValueSource(strings = {"abc", ""})
        void ofAnotherFormEndAWebSocket(String message) {
            Frames socket = client.webSocket();
            socket.next();

            assertThat(socket.send(message).closed()).isEqualTo(1000);
        }
    }

    @Nested
    class Heartbeats {
        private static final Duration INTERVAL = Duration.ofMillis(300);
        private static final Duration TIMEOUT = Duration.ofMillis(200);

        @Test
        void goOnOverPolling() {
            try (var lively = Engines.server(Engines.beating(INTERVAL, PATIENCE))) {
                var session = new RawClient(lively).polling();

                for (int beat = 0; beat < 3; beat++) {
                    assertThat(session.poll().body()).isEqualTo("2");
                    assertThat(session.post("3").body()).isEqualTo(OK);
                }
            }
        }

        @Test
        void goOnOverWebSocket() {
            try (var lively = Engines.server(Engines.beating(INTERVAL, PATIENCE))) {
                Frames socket = new RawClient(lively).webSocket();
                socket.next();

                for (int beat = 0; beat < 3; beat++) {
                    assertThat(socket.next()).isEqualTo("2");
                    socket.send("3");
                }
                assertThat(socket.isOpen()).isTrue();
                socket.close();
            }
        }

        @Test
        void endASessionThatPollsAndDoesNotAnswer() {
            var hasty = Engines.engine(Engines.beating(INTERVAL, TIMEOUT), Engines.Echo::new);
            try (var impatient = LocalServer.of(hasty)) {
                var session = new RawClient(impatient).polling();
                await().until(() -> hasty.sessions() == 0);

                assertThat(session.poll().statusCode()).isEqualTo(400);
            }
        }

        @Test
        void endAWebSocketThatDoesNotAnswer() {
            try (var impatient = Engines.server(Engines.beating(INTERVAL, TIMEOUT))) {
                long begun = System.nanoTime();

                assertThat(new RawClient(impatient).webSocket().closed()).isEqualTo(1000);
                assertThat(Duration.ofNanos(System.nanoTime() - begun)).isGreaterThan(Duration.ofMillis(450));
            }
        }
    }

    @Nested
    class GoodByes {
        @Test
        void endASessionThatPolls() {
            var session = client.polling();
            var poll = session.pollThatWaits();
            session.post("1");

            assertThat(poll.join().body()).isEqualTo("6");
            assertThat(session.poll().statusCode()).isEqualTo(400);
        }

        @Test
        void endAWebSocket() {
            Frames socket = client.webSocket();
            socket.next();

            assertThat(socket.send("1").closed()).isEqualTo(1000);
        }
    }

    @Nested
    class Upgrades {
        @Test
        void goFromPollingToWebSocket() {
            var session = client.polling();
            Frames socket = session.upgrade();

            assertThat(socket.send("2probe").next()).isEqualTo("3probe");
            assertThat(session.poll().body()).isEqualTo("6");
            assertThat(socket.send("5").send("4hello").nextMessage()).isEqualTo("4hello");
            socket.close();
        }

        @Test
        void leaveNothingToPoll() {
            var session = client.polling();
            Frames socket = upgraded(session);

            assertThat(session.poll().statusCode()).isEqualTo(400);
            assertThat(session.post("4lost").statusCode()).isEqualTo(400);
            assertThat(socket.send("4hello").nextMessage()).isEqualTo("4hello");
            socket.close();
        }

        @Test
        void happenOnce() {
            var session = client.polling();
            Frames socket = upgraded(session);

            assertThat(session.upgrade().closed()).isEqualTo(1000);
            assertThat(socket.send("4hello").nextMessage()).isEqualTo("4hello");
            socket.close();
        }

        @Test
        void thatFailLeaveTheSessionPolling() {
            var session = client.polling();

            assertThat(session.upgrade().send("4hello").closed()).isEqualTo(1000);
            session.upgrade().send("2probe").close();
            session.post("4hello");
            assertThat(session.poll().body()).isIn("4hello", "6");
        }
    }

    /** A WebSocket to which the session has gone over. */
    private static Frames upgraded(RawClient.Polling session) {
        Frames socket = session.upgrade().send("2probe");
        assertThat(socket.next()).isEqualTo("3probe");
        assertThat(socket.send("5").send("4over").next()).isEqualTo("4over");
        return socket;
    }
}
