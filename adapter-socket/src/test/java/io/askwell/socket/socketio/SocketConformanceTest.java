package io.askwell.socket.socketio;

import static io.askwell.testkit.Patience.FOREVER;
import static io.askwell.testkit.Patience.PATIENCE;
import static io.askwell.testkit.Patience.await;
import static org.assertj.core.api.Assertions.assertThat;

import io.askwell.socket.Frames;
import io.askwell.socket.LocalServer;
import io.askwell.socket.Origins;
import io.askwell.socket.RawClient;
import io.askwell.socket.engineio.EngineSettings;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletionException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What the protocol's own test suite asks of a server of Socket.IO 5, case by case, and what it leaves open. */
class SocketConformanceTest {
    /** Asks often whether a client is there, and waits for its answer longer than any test lasts. */
    private static final EngineSettings SETTINGS = new EngineSettings(Duration.ofMillis(300), FOREVER, PATIENCE,
            100_000, 100_000, 100, 100);
    private static final LocalServer server = server(FOREVER);
    private static final RawClient client = new RawClient(server);

    /** @param toConnect how long a client has for it */
    private static LocalServer server(Duration toConnect) {
        return LocalServer.of(new SocketServer(SETTINGS, toConnect, new Origins(Set.of()),
                Map.of("/", new Parrot(), "/custom", new Parrot(), "/closed", new Closed()), JsonMapper.shared(),
                Schedulers.parallel(), handshake -> "here"));
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    /** Says what it hears. */
    private static final class Parrot implements Namespace<JsonNode> {
        @Override
        public Mono<JsonNode> admit(Connect connect) {
            return Mono.just(connect.auth());
        }

        @Override
        public Mono<Void> handle(Client<JsonNode> heard, Event event) {
            return switch (event.name()) {
                case "who-am-i" -> heard.emit("you-are", heard.identity());
                case "message" -> heard.emit("message-back", event.arguments().toArray());
                case "message-with-ack" -> {
                    event.reply().send(event.arguments().toArray());
                    event.reply().send("once more");
                    yield Mono.empty();
                }
                default -> Mono.error(new IllegalStateException("a mistake of the namespace"));
            };
        }
    }

    private static final class Closed implements Namespace<String> {
        @Override
        public Mono<String> admit(Connect connect) {
            return connect.auth().isEmpty()
                    ? Mono.<String>error(new Refused("not you")).delaySubscription(Duration.ofMillis(50))
                    : Mono.error(new IllegalStateException("a secret"));
        }

        @Override
        public Mono<Void> handle(Client<String> heard, Event event) {
            throw new AssertionError("nobody is in here");
        }
    }

    @Nested
    class Connecting {
        @ParameterizedTest
        @CsvSource(delimiter = '|', value = {"40 | 40 | 42 | {}",
                "40{\"token\":\"123\"} | 40 | 42 | {\"token\":\"123\"}", "40/custom, | 40/custom, | 42/custom, | {}",
                "40/custom | 40/custom, | 42/custom, | {}", "40/custom?a=b, | 40/custom, | 42/custom, | {}",
                "40/custom,{\"token\":\"abc\"} | 40/custom, | 42/custom, | {\"token\":\"abc\"}"})
        void admitsAClientWithWhatItSaysOfItself(String connect, String connected, String event, String auth) {
            Frames socket = opened().send(connect);

            assertThat((String) socket.nextMessage()).startsWith(connected + "{\"sid\":\"");
            socket.send(event + "[\"who-am-i\"]");
            assertThat(socket.nextMessage()).isEqualTo(event + "[\"you-are\"," + auth + "]");
            socket.close();
        }

        @Test
        void toNoSuchNamespaceIsRefused() {
            assertThat(opened().send("40/random").nextMessage())
                    .isEqualTo("44/random,{\"message\":\"Invalid namespace\"}");
        }

        @Test
        void isRefusedWithTheReason() {
            assertThat(opened().send("40/closed,").nextMessage()).isEqualTo("44/closed,{\"message\":\"not you\"}");
        }

        @Test
        void tellsNothingOfAMistakeOfOurs() {
            assertThat(opened().send("40/closed,{\"a\":1}").nextMessage())
                    .isEqualTo("44/closed,{\"message\":\"Something went wrong on our side.\"}");
        }

        @ParameterizedTest
        @ValueSource(strings = {"4abc", "4", "40[]", "40{", "42[\"message\"]", "43[]"})
        void otherwiseEndsTheSession(String message) {
            assertThat(opened().send(message).closed()).isEqualTo(1000);
        }

        @Test
        void mustHappenInTime() {
            try (var hasty = server(Duration.ofSeconds(1))) {
                long begun = System.nanoTime();
                Frames socket = new RawClient(hasty).webSocket();
                socket.next();
                await().until(() -> {
                    answerPings(socket);
                    return !socket.isOpen();
                });

                // A pong on its way meets a connection that is closed: then the good-bye may be lost.
                assertThat(socket.closed()).isIn(1000, 1006);
                assertThat(Duration.ofNanos(System.nanoTime() - begun)).isGreaterThan(Duration.ofMillis(900));
            }
        }

        @Test
        void isNotHurriedByTheWaitForARefusal() {
            // Nothing is served while it is not decided, and the session does not end for that.
            Frames socket = opened().send("40/closed,").send("42/closed,[\"message\"]");

            assertThat((String) socket.nextMessage()).startsWith("44/closed,");
        }

        private static void answerPings(Frames socket) {
            try {
                while (socket.isOpen() && socket.hasNext()) {
                    assertThat(socket.next()).isEqualTo("2");
                    socket.send("3");
                }
            } catch (CompletionException closedMeanwhile) {
                assertThat(closedMeanwhile).hasMessageContaining("closed");
            }
        }
    }

    @Nested
    class Leaving {
        @Test
        void theMainNamespaceKeepsTheSession() {
            assertThat(joined().send("41").next()).isEqualTo("2");
        }

        @Test
        void oneNamespaceKeepsTheOthers() {
            Frames socket = joined().send("40/custom");
            socket.nextMessage();
            socket.send("41/custom").send("42[\"message\",\"to the main one\"]");

            assertThat(socket.nextMessage()).isEqualTo("42[\"message-back\",\"to the main one\"]");
            socket.close();
        }
    }

    @Nested
    class Messages {
        @Test
        void goThereAndBack() {
            assertThat(joined().send("42[\"message\",1,\"2\",{\"3\":[true]}]").nextMessage())
                    .isEqualTo("42[\"message-back\",1,\"2\",{\"3\":[true]}]");
        }

        @Test
        void areAcknowledgedOnce() {
            Frames socket = joined().send("42456[\"message-with-ack\",1,\"2\",{\"3\":[false]}]");

            assertThat(socket.nextMessage()).isEqualTo("43456[1,\"2\",{\"3\":[false]}]");
            assertThat(socket.send("42[\"message\"]").nextMessage()).isEqualTo("42[\"message-back\"]");
        }

        @Test
        void carryBinaryValues() {
            Frames socket = joined().send("452-[\"message\",{\"_placeholder\":true,\"num\":0},"
                    + "{\"_placeholder\":true,\"num\":1}]").send(new byte[]{1, 2, 3}).send(new byte[]{4, 5, 6});

            assertThat(socket.nextMessage()).isEqualTo("452-[\"message-back\",{\"_placeholder\":true,\"num\":0},"
                    + "{\"_placeholder\":true,\"num\":1}]");
            assertThat((byte[]) socket.nextMessage()).containsExactly(1, 2, 3);
            assertThat((byte[]) socket.nextMessage()).containsExactly(4, 5, 6);
        }

        @Test
        void carryBinaryValuesInAcknowledgements() {
            Frames socket = joined().send("452-789[\"message-with-ack\",{\"a\":[{\"_placeholder\":true,\"num\":1}]},"
                    + "{\"_placeholder\":true,\"num\":0}]").send(new byte[]{1}).send(new byte[]{2});

            assertThat(socket.nextMessage()).isEqualTo("462-789[{\"a\":[{\"_placeholder\":true,\"num\":0}]},"
                    + "{\"_placeholder\":true,\"num\":1}]");
            assertThat((byte[]) socket.nextMessage()).containsExactly(2);
            assertThat((byte[]) socket.nextMessage()).containsExactly(1);
        }

        @ParameterizedTest
        @ValueSource(strings = {"4abc", "42{}", "42[]", "42[{}]", "42abc[\"message-with-ack\",1]", "42[\"a\"]]", "44",
                "45[\"a\"]", "45-[\"a\"]", "4511-[\"a\"]", "459999-[\"a\"]", "42123456789012345678901[\"a\"]", "41{}",
                "43{}"})
        void ofAnotherFormEndTheSession(String message) {
            assertThat(joined().send(message).closed()).isEqualTo(1000);
        }

        @Test
        void thatHaveNoPlaceForABinaryValueEndTheSession() {
            assertThat(joined().send(new byte[]{1}).closed()).isEqualTo(1000);
            assertThat(joined().send("451-[\"message\"]").send("42[\"message\"]").closed()).isEqualTo(1000);
            assertThat(joined().send("451-[\"message\",{\"_placeholder\":true,\"num\":1}]").send(new byte[]{1})
                    .closed()).isEqualTo(1000);
        }

        @Test
        void whoseBinaryValuesAreTooLargeTogetherEndTheSession() {
            Frames socket = joined().send("452-[\"message\"]").send(new byte[60_000]).send(new byte[60_000]);

            assertThat(socket.closed()).isEqualTo(1000);
        }

        @Test
        void thatFailToBeHandledHarmNoOthers() {
            assertThat(joined().send("42[\"unheard of\"]").send("42[\"message\"]").nextMessage())
                    .isEqualTo("42[\"message-back\"]");
        }
    }

    private static Frames opened() {
        Frames socket = client.webSocket();
        socket.next();
        return socket;
    }

    private static Frames joined() {
        Frames socket = opened().send("40");
        assertThat((String) socket.nextMessage()).startsWith("40{");
        return socket;
    }
}
