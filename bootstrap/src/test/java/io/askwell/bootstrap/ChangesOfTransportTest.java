package io.askwell.bootstrap;

import static io.askwell.testkit.Patience.await;
import static org.assertj.core.api.Assertions.assertThat;

import io.askwell.testkit.model.ModelCall;
import io.askwell.testkit.model.ScriptedModel;
import io.askwell.testkit.model.ScriptedReply;
import io.askwell.testkit.node.NodeProject;
import io.askwell.testkit.postgres.TestDatabase;
import io.askwell.testkit.postgres.TestPostgres;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.core.ParameterizedTypeReference;
import org.springframework.http.MediaType;
import org.springframework.http.codec.ServerSentEvent;
import org.springframework.test.web.reactive.server.WebTestClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** The server is killed under its clients and started again; each goes on over another transport than before. */
class ChangesOfTransportTest {
    private static final ParameterizedTypeReference<ServerSentEvent<String>> EVENTS = new ParameterizedTypeReference<>() {
    };
    private static final Executor ASIDE = task -> Thread.ofVirtual().start(task);
    /** A lease, the next look for leases that have ended, and an answer. */
    private static final Duration TAKEN_OVER = Duration.ofMinutes(2);
    @TempDir
    private static Path directory;
    private static ScriptedModel model;
    private static RunningAskwell restarted;
    private static Watching fromSocketIo;
    private static Watching fromEvents;
    private static Watching asked;

    /** What a client has seen until the server was killed, and what it sees of the same run then. */
    private record Watching(List<JsonNode> before, CompletableFuture<List<JsonNode>> after) {

        List<JsonNode> inAll() {
            return Stream.concat(before.stream(), after.join().stream()).toList();
        }
    }

    @BeforeAll
    static void theServerIsKilledAndStartedAgain() throws Exception {
        NodeProject.installed();
        model = ScriptedModel.start();
        TestDatabase database = TestPostgres.create();
        String[] settings = {"LLM_BASE_URL=" + model.baseUrl(), "LLM_MODEL=scripted", "AGENT_DEADLINE=10m"};
        script(ScriptedReply.tokens(100_000).every(Duration.ofMillis(50)));
        String first;
        String second;
        CompletableFuture<List<JsonNode>> watched;
        CompletableFuture<List<JsonNode>> streamed;
        CompletableFuture<List<JsonNode>> own;
        try (var killed = AskwellProcess.on(database, directory, settings)) {
            int port = killed.port();
            first = begin(port);
            second = begin(port);
            watched = aside(() -> overSocketIo(port, "resume", resume(first, "")));
            streamed = aside(() -> overEvents(port, second, ""));
            own = aside(() -> overSocketIo(port, "question", fields().put("question", "How many are mine?")));
            String third = await().until(() -> asked(port), runs -> !runs.isEmpty()).getFirst();
            overEvents(port, third, "", "t19 ");
            awaitWatchers(port);
            killed.kill();
        }
        model.forget();
        script(ScriptedReply.tokens(40).every(Duration.ofMillis(25)));
        restarted = RunningAskwell.on(database, settings);
        int port = restarted.port();
        fromSocketIo = new Watching(watched.join(), aside(() -> overWebSocket(port, first, last(watched.join()))));
        fromEvents = new Watching(streamed.join(),
                aside(() -> overSocketIo(port, "resume", resume(second, last(streamed.join())))));
        asked = new Watching(own.join(), aside(() -> overWebSocket(port, own.join().getFirst().path("runId").asString(),
                last(own.join()))));
    }

    @AfterAll
    static void stop() {
        // Without Node nothing was started.
        if (restarted != null) {
            restarted.close();
            model.close();
        }
    }

    @Test
    void whoWatchedOverSocketIoGoesOnOverThePlainWebSocket() {
        seesTheWholeOfBothAttempts(fromSocketIo);
    }

    @Test
    void whoWatchedByServerSentEventsGoesOnOverSocketIo() {
        seesTheWholeOfBothAttempts(fromEvents);
    }

    @Test
    void whoAskedOverSocketIoIsToldOverThePlainWebSocketThatTheRunIsInterrupted() {
        assertThat(asked.before()).filteredOn(ChangesOfTransportTest::isChunk).isNotEmpty();
        JsonNode end = asked.inAll().getLast();

        assertThat(ids(asked.inAll(), "1.")).isEqualTo(fromTheFirst("1.", asked.inAll().size() - 1));
        assertThat(end.path("id").asString()).isEqualTo("2.1");
        assertThat(end.path("error").path("type").asString()).isEqualTo("interrupted");
    }

    /** Waits until all three are connected and have had some time to see what comes. */
    private static void awaitWatchers(int port) {
        await().until(() -> client(port).get().uri("/metrics").exchange().expectBody(String.class).returnResult()
                .getResponseBody(),
                metrics -> metrics.contains("live_connections{channel=\"sse\"} 1.0")
                        && metrics.contains("live_connections{channel=\"socketio-websocket\"} 2.0"));
        var call = model.calls().getLast();
        int sent = call.tokensSent();
        await().until(() -> call.tokensSent() > sent + 40);
    }

    private static void seesTheWholeOfBothAttempts(Watching watching) {
        assertThat(watching.before()).filteredOn(ChangesOfTransportTest::isChunk).isNotEmpty();
        List<JsonNode> events = watching.inAll();
        List<String> first = ids(events, "1.");
        List<JsonNode> second = events.subList(first.size(), events.size());

        assertThat(first).isEqualTo(fromTheFirst("1.", first.size()));
        assertThat(ids(events, "2.")).isEqualTo(fromTheFirst("2.", second.size()));
        assertThat(second.getFirst().path("name").asString()).isEqualTo("restarted");
        assertThat(second.stream().filter(ChangesOfTransportTest::isChunk)
                .map(event -> event.path("chunk").asString()).collect(Collectors.joining()))
                .isEqualTo(second.getLast().path("answer").asString()).startsWith("t0 t1").contains("t39");
    }

    private static void script(ScriptedReply answer) {
        model.replyWhen(ChangesOfTransportTest::isDraft,
                ScriptedReply.runSql("Count.", "SELECT count(*) FROM orders"));
        model.replyWhen(call -> !isDraft(call), answer);
    }

    private static boolean isDraft(ModelCall call) {
        return call.body().contains("\"tools\"");
    }

    private static <T> CompletableFuture<T> aside(Supplier<T> work) {
        return CompletableFuture.supplyAsync(work, ASIDE);
    }

    /** Begins a run that goes on by itself. */
    private static String begin(int port) {
        String location = String.valueOf(client(port).post().uri("/agent/query").header("Prefer", "respond-async")
                .contentType(MediaType.APPLICATION_JSON).bodyValue(Map.of("question", "How many?")).exchange()
                .expectStatus().isAccepted().expectBody().returnResult().getResponseHeaders().getLocation());
        return location.substring(location.lastIndexOf('/') + 1);
    }

    /** The runs whose question is the one that is asked over Socket.IO. */
    private static List<String> asked(int port) {
        String runs = client(port).get().uri("/agent/runs?question=mine").exchange().expectStatus().isOk()
                .expectBody(String.class).returnResult().getResponseBody();
        return JsonMapper.shared().readTree(runs).valueStream().map(run -> run.path("runId").asString()).toList();
    }

    private static List<JsonNode> overEvents(int port, String run, String after) {
        return overEvents(port, run, after, "\"answerComplete\"");
    }

    /** Until there is such an event, or the connection breaks. */
    private static List<JsonNode> overEvents(int port, String run, String after, String part) {
        return client(port).get().uri("/agent/runs/" + run + "/events").header("Last-Event-ID", after)
                .accept(MediaType.TEXT_EVENT_STREAM).exchange().expectStatus().isOk().returnResult(EVENTS)
                .getResponseBody().filter(event -> event.event() != null)
                .takeUntil(event -> event.data().contains(part)).onErrorComplete()
                .map(event -> JsonMapper.shared().readTree(event.data())).collectList().block(TAKEN_OVER);
    }

    private static List<JsonNode> overSocketIo(int port, String event, ObjectNode fields) {
        return play("socketio/scenario.mjs", "watch", "http://127.0.0.1:" + port, "websocket", RunningAskwell.KEY,
                event,
                fields.toString());
    }

    private static List<JsonNode> overWebSocket(int port, String run, String after) {
        return play("websocket/scenario.mjs", "watch", "ws://127.0.0.1:" + port + "/agent/ws", RunningAskwell.KEY,
                "http://127.0.0.1:" + port, resume(run, after).put("type", "resume").toString());
    }

    private static List<JsonNode> play(String script, String... arguments) {
        var end = NodeProject.installed().run(TAKEN_OVER, script, arguments);
        assertThat(end.exitCode()).as(end.output()).isZero();
        return JsonMapper.shared().readTree(end.output()).path("events").valueStream().toList();
    }

    private static ObjectNode resume(String run, String after) {
        return fields().put("runId", run).put("after", after);
    }

    private static ObjectNode fields() {
        return JsonMapper.shared().createObjectNode();
    }

    private static WebTestClient client(int port) {
        return WebTestClient.bindToServer().baseUrl("http://127.0.0.1:" + port).responseTimeout(TAKEN_OVER)
                .defaultHeader("X-API-Key", RunningAskwell.KEY).build();
    }

    private static boolean isChunk(JsonNode event) {
        return event.has("chunk");
    }

    private static String last(List<JsonNode> events) {
        return events.getLast().path("id").asString();
    }

    private static List<String> ids(List<JsonNode> events, String attempt) {
        return events.stream().map(event -> event.path("id").asString()).filter(id -> id.startsWith(attempt)).toList();
    }

    private static List<String> fromTheFirst(String attempt, int count) {
        return IntStream.rangeClosed(1, count).mapToObj(place -> attempt + place).toList();
    }
}
