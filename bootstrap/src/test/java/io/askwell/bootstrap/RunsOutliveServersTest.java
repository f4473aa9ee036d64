package io.askwell.bootstrap;

import static io.askwell.testkit.Patience.PATIENCE;
import static io.askwell.testkit.Patience.await;
import static org.assertj.core.api.Assertions.assertThat;

import io.askwell.testkit.model.ModelCall;
import io.askwell.testkit.model.ScriptedModel;
import io.askwell.testkit.model.ScriptedReply;
import io.askwell.testkit.postgres.TestDatabase;
import io.askwell.testkit.postgres.TestPostgres;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
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
import reactor.core.publisher.Flux;

/** Two servers on one database; one of them is killed while it answers two questions. */
class RunsOutliveServersTest {
    private static final ParameterizedTypeReference<Map<String, Object>> OBJECT = new ParameterizedTypeReference<>() {
    };
    private static final ParameterizedTypeReference<ServerSentEvent<Map<String, Object>>> EVENTS = new ParameterizedTypeReference<>() {
    };
    /** A lease, the next look for leases that have ended, and an answer. */
    private static final Duration TAKEN_OVER = Duration.ofMinutes(2);
    @TempDir
    private static Path directory;
    private static ScriptedModel model;
    private static RunningAskwell survivor;
    /** Nobody watches it on the server that is killed. */
    private static String detached;
    private static String watched;
    /** What a client of the server that stays sees of the detached run, from its first event to its last. */
    private static CompletableFuture<List<ServerSentEvent<Map<String, Object>>>> followed;

    @BeforeAll
    static void oneIsKilled() throws Exception {
        model = ScriptedModel.start();
        TestDatabase database = TestPostgres.create();
        String[] settings = {"LLM_BASE_URL=" + model.baseUrl(), "LLM_MODEL=scripted", "AGENT_DEADLINE=10m"};
        survivor = RunningAskwell.on(database, settings);
        try (var victim = AskwellProcess.on(database, directory, settings)) {
            script(ScriptedReply.tokens(100_000).every(Duration.ofMillis(50)));
            WebTestClient client = client(victim.port());
            detached = begin(client);
            followed = events(detached, "").collectList().toFuture();
            var watching = ask(client).filter(event -> event.data() != null);
            watched = String.valueOf(watching.takeUntil(event -> "answerChunk".equals(event.event()))
                    .blockLast(PATIENCE).data().get("runId"));
            // It is watched again, so that no period of grace ends it.
            client.get().uri("/agent/runs/" + watched + "/events").accept(MediaType.TEXT_EVENT_STREAM).exchange()
                    .returnResult(EVENTS).getResponseBody().onErrorComplete().subscribe();
            events(detached, "").filter(event -> "answerChunk".equals(event.event())).blockFirst(PATIENCE);
            victim.kill();
        }
        model.forget();
        script(ScriptedReply.tokens(40).every(Duration.ofMillis(25)));
    }

    @AfterAll
    static void stop() {
        survivor.close();
        model.close();
    }

    @Test
    void aRunThatGoesOnByItselfIsBegunAgainAndAnswered() {
        await().atMost(TAKEN_OVER).until(() -> "completed".equals(run(detached).get("status")));

        assertThat(run(detached)).containsEntry("attempt", 2).extractingByKey("answer")
                .hasFieldOrPropertyWithValue("outcome", "answered");
    }

    @Test
    void whoFollowsItOnTheOtherServerSeesTheWholeOfTheNewAttempt() throws Exception {
        var seen = followed.get(TAKEN_OVER.toSeconds(), TimeUnit.SECONDS);
        List<String> ids = seen.stream().map(ServerSentEvent::id).toList();
        long first = ids.stream().filter(id -> id.startsWith("1.")).count();
        long second = ids.stream().filter(id -> id.startsWith("2.")).count();

        assertThat(ids).isEqualTo(Stream.concat(ids("1.", first), ids("2.", second)).toList());
        assertThat(seen.get((int) first).data()).containsEntry("name", "restarted");
        assertThat(seen.getLast().event()).isEqualTo("answerComplete");
        String lastOfTheFirst = "1." + first;
        var resumed = events(detached, lastOfTheFirst).collectList().block(PATIENCE);
        assertThat(resumed).extracting(ServerSentEvent::id).isEqualTo(ids.subList((int) first, ids.size()));
    }

    @Test
    void aRunThatSomebodyWatchedThereIsInterrupted() {
        await().atMost(TAKEN_OVER).until(() -> "failed".equals(run(watched).get("status")));

        assertThat(run(watched)).extractingByKey("error").hasFieldOrPropertyWithValue("type", "interrupted");
        assertThat(events(watched, "1.1").collectList().block(PATIENCE)).singleElement()
                .extracting(ServerSentEvent::event).isEqualTo("error");
    }

    private static void script(ScriptedReply answer) {
        model.replyWhen(RunsOutliveServersTest::isDraft, ScriptedReply.runSql("Count.", "SELECT count(*) FROM orders"));
        model.replyWhen(call -> !isDraft(call), answer);
    }

    private static boolean isDraft(ModelCall call) {
        return call.body().contains("\"tools\"");
    }

    private static Stream<String> ids(String attempt, long count) {
        return IntStream.rangeClosed(1, Math.toIntExact(count)).mapToObj(sequence -> attempt + sequence);
    }

    private static WebTestClient client(int port) {
        return WebTestClient.bindToServer().baseUrl("http://127.0.0.1:" + port).responseTimeout(TAKEN_OVER)
                .defaultHeader("X-API-Key", RunningAskwell.KEY).build();
    }

    private static String begin(WebTestClient client) {
        String location = String.valueOf(client.post().uri("/agent/query").header("Prefer", "respond-async")
                .contentType(MediaType.APPLICATION_JSON).bodyValue(Map.of("question", "How many?")).exchange()
                .expectStatus().isAccepted().expectBody().returnResult().getResponseHeaders().getLocation());
        return location.substring(location.lastIndexOf('/') + 1);
    }

    private static Flux<ServerSentEvent<Map<String, Object>>> ask(WebTestClient client) {
        return client.post().uri("/agent/query").contentType(MediaType.APPLICATION_JSON)
                .accept(MediaType.TEXT_EVENT_STREAM).bodyValue(Map.of("question", "How many?")).exchange()
                .expectStatus().isOk().returnResult(EVENTS).getResponseBody();
    }

    /** On the server that stays. */
    private static Map<String, Object> run(String id) {
        return survivor.client().get().uri("/agent/runs/" + id).exchange().expectStatus().isOk().expectBody(OBJECT)
                .returnResult().getResponseBody();
    }

    /** On the server that stays. */
    private static Flux<ServerSentEvent<Map<String, Object>>> events(String id, String after) {
        return client(survivor.port()).get().uri("/agent/runs/" + id + "/events").header("Last-Event-ID", after)
                .accept(MediaType.TEXT_EVENT_STREAM).exchange().expectStatus().isOk().returnResult(EVENTS)
                .getResponseBody().filter(event -> event.event() != null);
    }
}
