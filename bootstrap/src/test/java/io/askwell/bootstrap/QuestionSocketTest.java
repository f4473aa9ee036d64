package io.askwell.bootstrap;

import static io.askwell.testkit.Patience.PATIENCE;
import static org.assertj.core.api.Assertions.assertThat;

import io.askwell.testkit.model.ScriptedModel;
import io.askwell.testkit.model.ScriptedReply;
import io.askwell.testkit.node.NodeProject;
import io.askwell.testkit.postgres.TestPostgres;
import io.askwell.testkit.socket.TextSocket;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.core.ParameterizedTypeReference;
import org.springframework.http.MediaType;
import org.springframework.http.codec.ServerSentEvent;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** The plain WebSocket in the whole application. */
class QuestionSocketTest {
    private static final ParameterizedTypeReference<ServerSentEvent<String>> EVENTS = new ParameterizedTypeReference<>() {
    };
    private static final String PATH = "/agent/ws";
    private static final String ALICE = "How many orders has Alice Wonderland made?";
    private static ScriptedModel model;
    private static RunningAskwell askwell;

    @BeforeAll
    static void start() {
        model = ScriptedModel.start();
        askwell = RunningAskwell.on(TestPostgres.create(), "LLM_BASE_URL=" + model.baseUrl(), "LLM_MODEL=scripted",
                "API_KEY=bob:other-key", "CORS_ORIGINS=https://app.example", "AGENT_GRACE=5s",
                "AGENT_DEADLINE=10m", "askwell.model.first-token-timeout=10m");
    }

    @AfterAll
    static void stop() {
        askwell.close();
        model.close();
    }

    @BeforeEach
    void forget() {
        model.forget();
    }

    @Test
    void aQuestionIsAnsweredByTheSameEventsAsOnEveryOtherChannel() {
        var frames = json(connected().send(ask("q1", ALICE, "grammar")).until("\"answerComplete\""));

        String run = frames.getFirst().path("runId").asString();
        assertThat(frames.removeFirst().toString())
                .isEqualTo("{\"type\":\"accepted\",\"ref\":\"q1\",\"runId\":\"" + run + "\"}");
        assertThat(frames).extracting(frame -> frame.path("type").asString())
                .containsSubsequence("step", "thought", "sqlQuery", "queryResult", "answerChunk", "answerComplete");
        assertThat(frames.getLast().path("answer").asString()).isEqualTo("Alice Wonderland has 2 orders.");
        var replayed = askwell.client().get().uri("/agent/runs/" + run + "/events").accept(MediaType.TEXT_EVENT_STREAM)
                .exchange().returnResult(EVENTS).getResponseBody().filter(event -> event.event() != null).map(
                        event -> "{\"type\":\"%s\",%s".formatted(event.event(), event.data().substring(1)))
                .collectList().block(PATIENCE);
        assertThat(frames).extracting(JsonNode::toString)
                .isEqualTo(replayed.stream().map(text -> JsonMapper.shared().readTree(text).toString()).toList());
    }

    @Test
    void twoQuestionsAtOnceHaveRunsOfTheirOwn() {
        var socket = connected().send(ask("one", ALICE, "grammar")).send(ask("two", "Who spent the most?", "grammar"));
        var frames = json(socket.until("\"answerComplete\""));
        frames.addAll(json(socket.until("\"answerComplete\"")));

        for (String ref : List.of("one", "two")) {
            String run = frames.stream().filter(frame -> ref.equals(frame.path("ref").asString(""))).findFirst()
                    .orElseThrow().path("runId").asString();
            var events = frames.stream().filter(frame -> frame.has("id"))
                    .filter(frame -> run.equals(frame.path("runId").asString())).toList();
            assertThat(ids(events)).isEqualTo(fromTheFirst(events.size()));
            assertThat(events.getLast().path("type").asString()).isEqualTo("answerComplete");
        }
    }

    @Test
    void aKeyMayComeAsABearerTokenOrInAFrame() {
        assertThat(TextSocket.connect(askwell.port(), PATH, "Authorization", "Bearer " + RunningAskwell.KEY).next())
                .isEqualTo("{\"type\":\"ready\"}");

        var stranger = TextSocket.connect(askwell.port(), PATH);
        assertThat(stranger.send(ask("q", ALICE, "grammar")).next()).contains("\"key-required\"");
        assertThat(stranger.send("{\"type\":\"auth\",\"apiKey\":\"" + RunningAskwell.KEY + "\"}").next())
                .isEqualTo("{\"type\":\"ready\"}");
        assertThat(stranger.send(ask("q", ALICE, "grammar")).until("\"answerComplete\"").getLast())
                .contains("2 orders");
    }

    @Test
    void aWrongKeyIsRefusedWhereverItComes() {
        assertThat(TextSocket.refusal(askwell.port(), PATH, "X-API-Key", "wrong")).isEqualTo(401);
        assertThat(TextSocket.connect(askwell.port(), PATH).send("{\"type\":\"auth\",\"apiKey\":\"wrong\"}").closed())
                .isEqualTo(4401);
    }

    @Test
    void pagesOfOtherOriginsAreRefused() {
        assertThat(TextSocket.refusal(askwell.port(), PATH, "Origin", "https://evil.example")).isEqualTo(403);
        for (String origin : List.of("https://app.example", "http://127.0.0.1:" + askwell.port())) {
            assertThat(TextSocket.connect(askwell.port(), PATH, "Origin", origin).send("{\"type\":\"ping\"}").next())
                    .isEqualTo("{\"type\":\"pong\"}");
        }
    }

    @Test
    void aClientThatLostItsConnectionGetsTheRestAndNothingTwice() {
        model.reply(ScriptedReply.runSql("Count.", "SELECT count(*) FROM orders"),
                ScriptedReply.tokens(40).every(Duration.ofMillis(25)));
        var first = connected().send(ask("q", "How many orders?", "model"));
        var seen = json(first.until("\"answerChunk\""));
        first.breakOff();
        String run = seen.removeFirst().path("runId").asString();

        var second = connected().send(resume(run, seen.getLast().path("id").asString()));

        assertThat(second.next()).isEqualTo("{\"type\":\"accepted\",\"runId\":\"" + run + "\"}");
        seen.addAll(json(second.until("\"answerComplete\"")));
        assertThat(ids(seen)).isEqualTo(fromTheFirst(seen.size()));
    }

    @Test
    void aRunThatBeganAsAStreamGoesOnHere() {
        model.reply(ScriptedReply.runSql("Count.", "SELECT count(*) FROM orders"),
                ScriptedReply.tokens(40).every(Duration.ofMillis(25)));
        var seen = askwell.events("How many?").takeUntil(event -> "answerChunk".equals(event.event())).collectList()
                .block(PATIENCE);
        var ids = new ArrayList<>(seen.stream().map(ServerSentEvent::id).toList());

        var socket = connected().send(resume(String.valueOf(seen.getFirst().data().get("runId")), ids.getLast()));

        socket.next();
        ids.addAll(ids(json(socket.until("\"answerComplete\""))));
        assertThat(ids).isEqualTo(fromTheFirst(ids.size()));
    }

    @Test
    void aRunIsCancelled() {
        model.reply(ScriptedReply.silence());
        var socket = connected().send(ask("q", "How many?", "model"));
        String run = json(List.of(socket.next())).getFirst().path("runId").asString();
        model.call(1);

        socket.send("{\"type\":\"cancel\",\"ref\":\"c\",\"runId\":\"" + run + "\"}");

        List<String> frames = new ArrayList<>(socket.until("\"cancelled\""));
        if (frames.stream().noneMatch(frame -> frame.contains("\"ref\":\"c\""))) {
            frames.add(socket.next());
        }
        assertThat(frames).contains("{\"type\":\"accepted\",\"ref\":\"c\",\"runId\":\"" + run + "\"}");
        assertThat(frames).anyMatch(frame -> frame.startsWith("{\"type\":\"error\",\"runId\":\"" + run)
                && frame.endsWith("\"error\":{\"type\":\"cancelled\",\"message\":\"The run was cancelled.\"}}"));
    }

    @Test
    void aRunThatNobodyComesBackToIsCancelledAfterItsGrace() {
        model.reply(ScriptedReply.silence());
        var socket = connected().send(ask("q", "How many?", "model"));
        var call = model.call(1);
        socket.breakOff();

        call.awaitClosedByClient();
    }

    @ParameterizedTest
    @ValueSource(strings = {"cancel", "resume"})
    void toAnotherKeyARunDoesNotExist(String type) {
        String run = json(connected().send(ask("q", ALICE, "grammar")).until("\"answerComplete\"")).getFirst()
                .path("runId").asString();
        var bob = TextSocket.connect(askwell.port(), PATH, "X-API-Key", "other-key");
        bob.next();

        assertThat(bob.send("{\"type\":\"%s\",\"ref\":\"r\",\"runId\":\"%s\"}".formatted(type, run)).next())
                .startsWith("{\"type\":\"error\",\"ref\":\"r\",\"error\":{\"type\":\"run-not-found\",");
    }

    @Test
    void aQuestionGoesOnWithItsConversation() {
        var socket = connected();
        socket.send(follow(ALICE)).until("\"answerComplete\"");

        assertThat(socket.send(follow("And Bob?")).until("\"answerComplete\"").getLast())
                .contains("Bob Builder has 1 order.");
    }

    @Test
    void whatIsNoHandshakeIsAProblem() {
        askwell.anonymous().get().uri(PATH).exchange().expectStatus().isEqualTo(426).expectHeader()
                .valueEquals("Upgrade", "websocket").expectBody().jsonPath("$.type")
                .isEqualTo("urn:askwell:problem:upgrade-required");
    }

    @Test
    void aPageAsksTwoQuestionsAtOnce() {
        JsonNode seen = play("ask", RunningAskwell.KEY, "https://app.example");

        Map.of("one", "Alice Wonderland has 2 orders.", "two", "Charlie Test").forEach((ref, answer) -> {
            var run = seen.path(ref);
            assertThat(run.path("answer").asString()).contains(answer).isEqualTo(run.path("chunks").asString());
            assertThat(run.path("ids").valueStream().map(JsonNode::asString).toList())
                    .isEqualTo(fromTheFirst(run.path("ids").size()));
        });
    }

    @Test
    void aPageIsToldWhyItIsSentAway() {
        assertThat(play("wrongKey", "wrong", "https://app.example").toString())
                .isEqualTo("{\"code\":4401,\"reason\":\"The key is not valid.\"}");
        assertThat(play("refused", RunningAskwell.KEY, "https://evil.example").path("message").asString())
                .contains("403");
    }

    private static JsonNode play(String scenario, String key, String origin) {
        var end = NodeProject.installed().run(Duration.ofMinutes(3), "websocket/scenario.mjs", scenario,
                "ws://127.0.0.1:" + askwell.port() + PATH, key, origin);
        assertThat(end.exitCode()).as(end.output()).isZero();
        return JsonMapper.shared().readTree(end.output());
    }

    private static TextSocket connected() {
        var socket = TextSocket.connect(askwell.port(), PATH, "X-API-Key", RunningAskwell.KEY);
        assertThat(socket.next()).isEqualTo("{\"type\":\"ready\"}");
        return socket;
    }

    private static String ask(String ref, String question, String mode) {
        return frame("ask").put("ref", ref).put("question", question).put("mode", mode).toString();
    }

    private static String follow(String question) {
        return frame("ask").put("question", question).put("mode", "grammar").put("conversationId", "socket").toString();
    }

    private static String resume(String run, String after) {
        return frame("resume").put("runId", run).put("after", after).toString();
    }

    private static ObjectNode frame(String type) {
        return JsonMapper.shared().createObjectNode().put("type", type);
    }

    private static List<JsonNode> json(List<String> frames) {
        return new ArrayList<>(frames.stream().map(JsonMapper.shared()::readTree).toList());
    }

    private static List<String> ids(List<JsonNode> events) {
        return events.stream().map(event -> event.path("id").asString()).toList();
    }

    private static List<String> fromTheFirst(int count) {
        return IntStream.rangeClosed(1, count).mapToObj(place -> "1." + place).toList();
    }
}
