package io.askwell.bootstrap;

import static org.assertj.core.api.Assertions.assertThat;

import io.askwell.testkit.model.ScriptedModel;
import io.askwell.testkit.model.ScriptedReply;
import io.askwell.testkit.postgres.TestPostgres;
import io.askwell.testkit.socket.TextSocket;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.test.web.reactive.server.EntityExchangeResult;

/** Socket.IO in the whole application: beside everything else, on its port. */
class SocketIoTest {
    static final String SOCKET_IO = "/socket.io/?EIO=4&transport=websocket";
    private static ScriptedModel model;
    private static RunningAskwell askwell;

    @BeforeAll
    static void start() {
        model = ScriptedModel.start();
        askwell = RunningAskwell.on(TestPostgres.create(), "CORS_ORIGINS=https://app.example",
                "SOCKET_MAX_PAYLOAD=2KB", "SOCKET_PING_INTERVAL=70s", "LLM_BASE_URL=" + model.baseUrl(),
                "LLM_MODEL=scripted");
    }

    @AfterAll
    static void stop() {
        askwell.close();
        model.close();
    }

    @Test
    void aQuestionIsAnsweredAsOnEveryOtherChannel() {
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
    void aClientThatLostItsConnectionFindsItsRunAgain() {
        model.reply(ScriptedReply.runSql("Count.", "SELECT count(*) FROM orders"),
                ScriptedReply.tokens(40).every(Duration.ofMillis(25)));
        var first = connected().send("421[\"question\",{\"question\":\"How many orders?\",\"mode\":\"model\"}]");
        String run = first.next().replaceAll(".*\"runId\":\"([^\"]+)\".*", "$1");
        List<String> seen = first.until("42[\"answerChunk\"");
        first.breakOff();

        var second = connected().send("422[\"resume\",{\"runId\":\"%s\",\"after\":\"%s\"}]".formatted(run,
                id(seen.getLast())));

        assertThat(second.next()).isEqualTo("432[{\"runId\":\"" + run + "\"}]");
        seen.addAll(second.until("42[\"answerComplete\""));
        assertThat(seen.stream().map(SocketIoTest::id)).containsExactlyElementsOf(
                IntStream.rangeClosed(1, seen.size()).mapToObj(place -> "1." + place).toList());
        assertThat(seen.stream().filter(event -> event.startsWith("42[\"answerChunk\"")).count()).isGreaterThan(1);
    }

    @Test
    void withoutAKeyNothingIsServed() {
        var socket = TextSocket.connect(askwell.port(), SOCKET_IO);
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

    private static TextSocket connected() {
        var socket = TextSocket.connect(askwell.port(), SOCKET_IO);
        assertThat(socket.next()).contains("\"pingInterval\":70000", "\"maxPayload\":2048");
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
}
