package io.askwell.bootstrap;

import static io.askwell.testkit.Patience.await;

import io.askwell.testkit.model.ScriptedModel;
import io.askwell.testkit.model.ScriptedReply;
import io.askwell.testkit.postgres.TestDatabase;
import io.askwell.testkit.postgres.TestPostgres;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A client that goes away ends its run, whatever the run is doing, where there is no grace. */
class CancellationTest {
    /** The gate lets it pass, and it outlasts every test. */
    private static final String ENDLESS = "SELECT count(*) FROM generate_series(1, 1000000) AS a (n) "
            + "CROSS JOIN generate_series(1, 1000000) AS b (n)";
    /** The database gives a query up after ten seconds. */
    private static final Duration LONG_BEFORE_ITS_TIMEOUT = Duration.ofSeconds(5);
    private static ScriptedModel model;
    private static TestDatabase database;
    private static RunningAskwell askwell;
    private int callsBefore;

    @BeforeAll
    static void start() {
        model = ScriptedModel.start();
        database = TestPostgres.create();
        askwell = RunningAskwell.on(database, "LLM_BASE_URL=" + model.baseUrl(), "LLM_MODEL=scripted",
                "QUERY_MAX_COST=1e15", "AGENT_GRACE=0s", "AGENT_DEADLINE=10m",
                "askwell.model.first-token-timeout=10m", "askwell.model.token-timeout=10m");
    }

    @AfterAll
    static void stop() {
        askwell.close();
        model.close();
    }

    @BeforeEach
    void count() {
        callsBefore = model.calls().size();
    }

    @Test
    void whileTheModelKeepsItsSilence() {
        model.reply(ScriptedReply.silence());

        var watching = askwell.events("How many?").subscribe();
        var call = model.call(callsBefore + 1);
        watching.dispose();

        call.awaitClosedByClient();
    }

    @Test
    void whileTheAnswerIsBeingWorded() {
        model.reply(ScriptedReply.runSql("Count.", "SELECT count(*) FROM orders"),
                ScriptedReply.tokens(1_000_000).every(Duration.ofMillis(10)));

        askwell.events("How many?").filter(event -> "answerChunk".equals(event.event())).take(3).blockLast();

        var call = model.call(callsBefore + 2);
        call.awaitClosedByClient();
    }

    @Test
    void whileTheDatabaseWorks() {
        model.reply(ScriptedReply.runSql("Count for ever.", ENDLESS));

        var watching = askwell.events("How many?").subscribe();
        await().until(() -> running() == 1);
        watching.dispose();

        await().atMost(LONG_BEFORE_ITS_TIMEOUT).until(() -> running() == 0);
    }

    @Test
    void aCallerThatWaitsForJsonCountsAsGoneTooWhenItsConnectionEnds() {
        model.reply(ScriptedReply.silence());

        var waiting = HttpClient.newHttpClient().sendAsync(HttpRequest
                .newBuilder(URI.create("http://127.0.0.1:" + askwell.port() + "/agent/query"))
                .header("X-API-Key", RunningAskwell.KEY).header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString("{\"question\": \"How many?\"}")).build(), BodyHandlers.discarding());
        var call = model.call(callsBefore + 1);
        waiting.cancel(true);

        call.awaitClosedByClient();
    }

    private static int running() {
        return database.query("SELECT 1 FROM pg_stat_activity WHERE state = 'active' AND datname = '" + database.name()
                + "' AND query LIKE '%generate_series(1, 1000000)%' AND pid <> pg_backend_pid()").size();
    }
}
