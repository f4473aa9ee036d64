package io.askwell.bootstrap;

import static org.assertj.core.api.Assertions.assertThat;

import io.askwell.testkit.model.ScriptedModel;
import io.askwell.testkit.model.ScriptedReply;
import io.askwell.testkit.postgres.TestPostgres;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.test.web.reactive.server.EntityExchangeResult;

/** Socket.IO in the whole application: beside everything else, on its port. */
class SocketIoTest {
    private static final String MAIN = "EIO=4&transport=websocket";
    private static ScriptedModel model;
    private static RunningAskwell askwell;

    @BeforeAll
    static void start() {
        model = ScriptedModel.start();
        askwell = RunningAskwell.on(TestPostgres.create(), "CORS_ORIGINS=https://app.example",
                "SOCKET_MAX_PAYLOAD=2KB", "SOCKET_PING_INTERVAL=7s", "LLM_BASE_URL=" + model.baseUrl(),
                "LLM_MODEL=scripted");
    }

    @AfterAll
    static void stop() {
        askwell.close();
        model.close();
    }

    @Test
    void aQuestionIsAnsweredAsOnEveryOtherChannel() throws InterruptedException {
        var socket = connected();

        socket.send("421[\"question\",{\"question\":\"How many orders has Alice Wonderland made?\","
                + "\"mode\":\"grammar\"}]");

        assertThat(socket.next()).startsWith("431[{\"runId\":");
        List<String> events = socket.until("42[\"answerComplete\"");
        assertThat(events).anyMatch(event -> event.startsWith("42[\"sqlQuery\""))
                .anyMatch(event -> event.startsWith("42[\"queryResult\""))
                .anyMatch(event -> event.startsWith("42[\"answerChunk\""));
        assertThat(events.getLast()).contains("Alice Wonderland has 2 orders.");
    }

    @Test
    void aClientThatLostItsConnectionFindsItsRunAgain() throws InterruptedException {
        model.reply(ScriptedReply.runSql("Count.", "SELECT count(*) FROM orders"),
                ScriptedReply.tokens(40).every(Duration.ofMillis(25)));
        var first = connected().send("421[\"question\",{\"question\":\"How many orders?\",\"mode\":\"model\"}]");
        String run = first.next().replaceAll(".*\"runId\":\"([^\"]+)\".*", "$1");
        List<String> seen = first.until("42[\"answerChunk\"");
        first.connection.abort();

        var second = connected().send("422[\"resume\",{\"runId\":\"%s\",\"after\":\"%s\"}]".formatted(run,
                id(seen.getLast())));

        assertThat(second.next()).isEqualTo("432[{\"runId\":\"" + run + "\"}]");
        seen.addAll(second.until("42[\"answerComplete\""));
        assertThat(seen.stream().map(SocketIoTest::id)).containsExactlyElementsOf(
                IntStream.rangeClosed(1, seen.size()).mapToObj(place -> "1." + place).toList());
        assertThat(seen.stream().filter(event -> event.startsWith("42[\"answerChunk\"")).count()).isGreaterThan(1);
    }

    @Test
    void withoutAKeyNothingIsServed() throws InterruptedException {
        var socket = new Socket(MAIN);
        socket.next();

        assertThat(socket.send("40{\"apiKey\":\"wrong\"}").next()).startsWith("44{\"message\":");
    }

    @Test
    void pollingIsServedToTheOriginsOfTheListAlone() {
        assertThat(poll("https://app.example").getResponseHeaders().getAccessControlAllowOrigin())
                .isEqualTo("https://app.example");
        assertThat(poll("https://evil.example").getStatus().value()).isEqualTo(403);
        assertThat(poll("https://app.example").getStatus().value()).isEqualTo(200);
    }

    @Test
    void theRestOfTheServerStillAsksForAKey() {
        askwell.anonymous().get().uri("/customers").exchange().expectStatus().isUnauthorized();
        askwell.anonymous().get().uri("/socket.io/../customers").exchange().expectStatus().is4xxClientError();
    }

    @Test
    void clientsAreSentAwayAtOnceWhenTheServerStops() throws InterruptedException {
        var other = RunningAskwell.on(TestPostgres.create());
        var socket = new Socket(other.port(), MAIN);
        socket.next();
        long begun = System.nanoTime();
        other.close();

        assertThat(socket.closed).succeedsWithin(Duration.ofSeconds(1));
        assertThat(TimeUnit.NANOSECONDS.toSeconds(System.nanoTime() - begun)).isLessThan(10);
    }

    private static Socket connected() throws InterruptedException {
        var socket = new Socket(MAIN);
        assertThat(socket.next()).contains("\"pingInterval\":7000", "\"maxPayload\":2048");
        assertThat(socket.send("40{\"apiKey\":\"" + RunningAskwell.KEY + "\"}").next()).startsWith("40{");
        return socket;
    }

    private static String id(String event) {
        return event.replaceAll(".*?\"id\":\"([^\"]+)\".*", "$1");
    }

    private static EntityExchangeResult<String> poll(String origin) {
        return askwell.anonymous().get().uri("/socket.io/?EIO=4&transport=polling").header("Origin", origin).exchange()
                .expectBody(String.class).returnResult();
    }

    /** A WebSocket spoken by hand. */
    private static final class Socket implements WebSocket.Listener {
        private final BlockingQueue<String> received = new LinkedBlockingQueue<>();
        private final CompletableFuture<Integer> closed = new CompletableFuture<>();
        private final StringBuilder text = new StringBuilder();
        private final WebSocket connection;

        Socket(String query) {
            this(askwell.port(), query);
        }

        Socket(int port, String query) {
            connection = HttpClient.newHttpClient().newWebSocketBuilder()
                    .buildAsync(URI.create("ws://127.0.0.1:" + port + "/socket.io/?" + query), this).join();
        }

        @Override
        public CompletionStage<?> onText(WebSocket from, CharSequence data, boolean last) {
            text.append(data);
            if (last) {
                received.add(text.toString());
                text.setLength(0);
            }
            from.request(1);
            return null;
        }

        @Override
        public CompletionStage<?> onClose(WebSocket from, int status, String reason) {
            closed.complete(status);
            return null;
        }

        Socket send(String message) {
            connection.sendText(message, true).join();
            return this;
        }

        String next() throws InterruptedException {
            String next = received.poll(10, TimeUnit.SECONDS);
            assertThat(next).isNotNull();
            return next;
        }

        List<String> until(String start) throws InterruptedException {
            var seen = new ArrayList<String>();
            do {
                seen.add(next());
            } while (!seen.getLast().startsWith(start));
            return seen;
        }
    }
}
