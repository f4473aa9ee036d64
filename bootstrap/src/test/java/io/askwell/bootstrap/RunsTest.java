package io.askwell.bootstrap;

import static io.askwell.testkit.Patience.PATIENCE;
import static io.askwell.testkit.Patience.await;
import static org.assertj.core.api.Assertions.assertThat;

import io.askwell.testkit.model.ScriptedModel;
import io.askwell.testkit.model.ScriptedReply;
import io.askwell.testkit.postgres.TestDatabase;
import io.askwell.testkit.postgres.TestPostgres;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.core.ParameterizedTypeReference;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.codec.ServerSentEvent;
import org.springframework.test.web.reactive.server.WebTestClient;
import reactor.core.publisher.Flux;

/** Runs that are left and found again. */
class RunsTest {
    private static final ParameterizedTypeReference<Map<String, Object>> OBJECT = new ParameterizedTypeReference<>() {
    };
    private static final ParameterizedTypeReference<ServerSentEvent<Map<String, Object>>> EVENTS = new ParameterizedTypeReference<>() {
    };
    private static final String COUNT = "SELECT count(*) FROM orders";
    private static final String ENDLESS = "SELECT count(*) FROM generate_series(1, 2000000) AS a (n) "
            + "CROSS JOIN generate_series(1, 2000000) AS b (n)";
    /** The database gives a query up after ten seconds. */
    private static final Duration LONG_BEFORE_ITS_TIMEOUT = Duration.ofSeconds(5);
    private static ScriptedModel model;
    private static TestDatabase database;
    private static RunningAskwell askwell;

    @BeforeAll
    static void start() {
        model = ScriptedModel.start();
        database = TestPostgres.create();
        askwell = RunningAskwell.on(database, "LLM_BASE_URL=" + model.baseUrl(), "LLM_MODEL=scripted",
                "QUERY_MAX_COST=1e15", "API_KEY=bob:other-key");
    }

    @AfterAll
    static void stop() {
        askwell.close();
        model.close();
    }

    @Test
    void aQuestionThatIsAskedForLaterIsAnsweredByItself() {
        model.reply(ScriptedReply.runSql("Count.", COUNT), ScriptedReply.text("There are 3 orders."));

        HttpHeaders begun = askwell.client().post().uri("/agent/query").header("Prefer", "respond-async; wait=1")
                .contentType(MediaType.APPLICATION_JSON).bodyValue(Map.of("question", "How many orders?")).exchange()
                .expectStatus().isAccepted().expectHeader().valueEquals("Preference-Applied", "respond-async")
                .expectBody().jsonPath("$.status").isEqualTo("running").returnResult().getResponseHeaders();
        String location = String.valueOf(begun.getLocation());

        await().until(() -> "completed".equals(run(location).get("status")));
        askwell.client().get().uri(location).exchange().expectBody()
                .jsonPath("$.answer.answer").isEqualTo("There are 3 orders.")
                .jsonPath("$.answer.rows[0][0]").isEqualTo(3).jsonPath("$.error").isEmpty();
        askwell.client().get().uri("/agent/runs?limit=1").exchange().expectStatus().isOk().expectBody()
                .jsonPath("$[0].runId").isEqualTo(location.substring(location.lastIndexOf('/') + 1))
                .jsonPath("$[0].question").isEqualTo("How many orders?");
    }

    @Test
    void aClientThatLostItsConnectionGetsTheRestAndNothingTwice() {
        model.reply(ScriptedReply.runSql("Count.", COUNT),
                ScriptedReply.tokens(40).every(Duration.ofMillis(25)));
        var seen = new ArrayList<ServerSentEvent<Map<String, Object>>>(
                askwell.events("How many?").takeUntil(event -> "answerChunk".equals(event.event())).collectList()
                        .block(PATIENCE));
        String run = String.valueOf(seen.getFirst().data().get("runId"));

        seen.addAll(events(run, seen.getLast().id()).collectList().block(PATIENCE));

        assertThat(seen.getLast().event()).isEqualTo("answerComplete");
        assertThat(ids(seen)).doesNotHaveDuplicates().isEqualTo(ids(events(run, "").collectList().block(PATIENCE)));
        await().until(() -> stored(run) == seen.size());
        assertThat(database.query("SELECT 1 FROM askwell.event_batch WHERE run_id = '" + run + "'")).hasSize(1);
        assertThat(events(run, "").collectList().block(PATIENCE)).extracting(ServerSentEvent::data)
                .isEqualTo(seen.stream().map(ServerSentEvent::data).toList());
    }

    @Test
    void toCancelARunFreesTheDatabase() {
        model.reply(ScriptedReply.runSql("Count for ever.", ENDLESS));
        var watched = askwell.events("How many?").collectList().toFuture();
        await().until(() -> working() == 1);
        String location = "/agent/runs/" + latest();

        askwell.client().delete().uri(location).exchange().expectStatus().isNoContent();

        await().atMost(LONG_BEFORE_ITS_TIMEOUT).until(() -> working() == 0);
        assertThat(watched.join().getLast().data()).containsEntry("type", "cancelled");
        assertThat(run(location)).containsEntry("status", "cancelled");
        askwell.client().delete().uri(location).exchange().expectStatus().isNoContent();
    }

    @Test
    void aPlaceThatIsNoneIsNamed() {
        askwell.client().get().uri("/agent/runs/" + UUID.randomUUID() + "/events").header("Last-Event-ID", "seven")
                .exchange().expectStatus().isBadRequest().expectBody().jsonPath("$.errors[0].field")
                .isEqualTo("Last-Event-ID");
    }

    @ParameterizedTest
    @ValueSource(strings = {"limit=0", "limit=501", "cursor=x", "cursor=MjAyNgp4", "status=over", "mode=oracle",
            "since=yesterday", "until=2026-03-01", "since=2026-03-02T00:00:00Z&until=2026-03-01T00:00:00Z", "question=",
            "state=failed"})
    void aHistoryIsNotShownAsIfThereWereNoFilter(String query) {
        askwell.client().get().uri("/agent/runs?" + query).exchange().expectStatus().isBadRequest().expectBody()
                .jsonPath("$.errors[0].field").isEqualTo(query.substring(0, query.indexOf('=')));
    }

    @Test
    void aHistoryIsReadPageByPage() {
        var asked = new ArrayList<String>();
        for (int i = 0; i < 5; i++) {
            model.reply(ScriptedReply.runSql("Count.", COUNT), ScriptedReply.text("3"));
            asked.addFirst(String.valueOf(askwell.answer("How many, for the %dth time?".formatted(i)).get("runId")));
        }
        // The log is a moment behind.
        await().until(() -> !database.query(
                "SELECT 1 FROM askwell.run WHERE state = 'completed' AND id = '" + asked.getFirst() + "'").isEmpty());
        String since = String.valueOf(run("/agent/runs/" + asked.getLast()).get("askedAt"));

        var seen = new ArrayList<String>();
        String next = "/agent/runs?limit=2&status=completed&question=TH%20time&since=" + since;
        while (next != null) {
            var page = askwell.client().get().uri(URI.create("http://127.0.0.1:" + askwell.port() + next)).exchange()
                    .expectStatus().isOk().expectBodyList(OBJECT).returnResult();
            page.getResponseBody().forEach(run -> seen.add(String.valueOf(run.get("runId"))));
            String link = page.getResponseHeaders().getFirst(HttpHeaders.LINK);
            next = link == null ? null : link.substring(1, link.indexOf('>'));
        }

        assertThat(seen).isEqualTo(asked);
        askwell.client().get().uri("/agent/runs?mode=grammar").exchange().expectStatus().isOk().expectBody()
                .jsonPath("$").isEmpty();
    }

    @Test
    void toAnotherKeyARunDoesNotExist() {
        model.reply(ScriptedReply.runSql("Count.", COUNT), ScriptedReply.text("3"));
        askwell.answer("How many?");
        String location = "/agent/runs/" + latest();
        WebTestClient bob = askwell.anonymous().mutate().defaultHeader("X-API-Key", "other-key").build();

        for (String path : List.of(location, location + "/events", "/agent/runs/none")) {
            bob.get().uri(path).exchange().expectStatus().isNotFound().expectBody().jsonPath("$.type")
                    .isEqualTo("urn:askwell:problem:run-not-found");
        }
        bob.delete().uri(location).exchange().expectStatus().isNotFound();
        bob.get().uri("/agent/runs").exchange().expectStatus().isOk().expectBody().jsonPath("$").isEmpty();
    }

    private static Map<String, Object> run(String location) {
        return askwell.client().get().uri(location).exchange().expectStatus().isOk().expectBody(OBJECT).returnResult()
                .getResponseBody();
    }

    private static Flux<ServerSentEvent<Map<String, Object>>> events(String run, String after) {
        return askwell.client().get().uri("/agent/runs/" + run + "/events").header("Last-Event-ID", after)
                .accept(MediaType.TEXT_EVENT_STREAM).exchange().expectStatus().isOk().returnResult(EVENTS)
                .getResponseBody().filter(event -> event.event() != null);
    }

    private static List<String> ids(List<ServerSentEvent<Map<String, Object>>> events) {
        return events.stream().map(ServerSentEvent::id).toList();
    }

    private static String latest() {
        return askwell.client().get().uri("/agent/runs?limit=1").exchange().expectStatus().isOk()
                .expectBodyList(OBJECT).returnResult().getResponseBody().getFirst().get("runId").toString();
    }

    /** How many events the log has. */
    private static int stored(String run) {
        return database
                .query("SELECT coalesce(sum(last_sequence - first_sequence + 1), 0) FROM askwell.event_batch WHERE run_id = '"
                        + run + "'")
                .stream().mapToInt(Integer::parseInt).sum();
    }

    private static int working() {
        return database.query("SELECT 1 FROM pg_stat_activity WHERE state = 'active' AND datname = '" + database.name()
                + "' AND query LIKE '%generate_series(1, 2000000)%' AND pid <> pg_backend_pid()").size();
    }
}
