package io.askwell.bootstrap;

import static io.askwell.testkit.Patience.await;
import static org.assertj.core.api.Assertions.assertThat;

import io.askwell.testkit.postgres.TestPostgres;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;

class MetricsTest {
    private static RunningAskwell askwell;

    @BeforeAll
    static void start() {
        askwell = RunningAskwell.on(TestPostgres.create());
    }

    @AfterAll
    static void stop() {
        askwell.close();
    }

    @Test
    void requestsAreTimedByTheirRoute() {
        for (int id = 1; id <= 3; id++) {
            askwell.client().get().uri("/customers/" + id).exchange().expectStatus().isOk();
        }
        askwell.client().get().uri("/customers/4000").exchange().expectStatus().isNotFound();

        awaitLine("http_server_requests_seconds_count{method=\"GET\",status=\"200\",uri=\"/customers/{id}\"} 3");
        awaitLine("http_server_requests_seconds_count{method=\"GET\",status=\"404\",uri=\"/customers/{id}\"} 1");
        assertThat(lines()).filteredOn(line -> line.startsWith("http_server_requests_seconds_bucket")
                && line.contains("status=\"404\",uri=\"/customers/{id}\"")).hasSizeBetween(5, 20);
    }

    @Test
    void whatAClientInventsBecomesNoLabel() {
        for (String path : List.of("/invented/1", "/invented/2", "/customers/1/invented")) {
            askwell.client().get().uri(path).exchange().expectStatus().isNotFound();
            askwell.anonymous().get().uri(path).exchange().expectStatus().isUnauthorized();
            askwell.client().method(HttpMethod.valueOf("INVENT")).uri(path).exchange().expectStatus()
                    .is4xxClientError();
        }

        awaitLine("http_server_requests_seconds_count{method=\"GET\",status=\"404\",uri=\"UNKNOWN\"} 3");
        awaitLine("http_server_requests_seconds_count{method=\"GET\",status=\"401\",uri=\"UNKNOWN\"} 3");
        assertThat(lines()).noneMatch(line -> line.toLowerCase(java.util.Locale.ROOT).contains("invent"));
    }

    @Test
    void bothPoolsTellHowFullTheyAre() {
        for (String pool : List.of("api", "reader")) {
            for (String what : List.of("acquired", "idle", "pending", "max")) {
                assertThat(lines())
                        .filteredOn(line -> line.startsWith("r2dbc_pool_" + what + "{pool=\"" + pool + "\"}"))
                        .hasSize(1);
            }
        }
        assertThat(lines()).contains("r2dbc_pool_max{pool=\"api\"} 20.0", "r2dbc_pool_max{pool=\"reader\"} 8.0");
    }

    @Test
    void statementsAreTimedByName() {
        askwell.client().get().uri("/customers/1").exchange().expectStatus().isOk();

        await().untilAsserted(() -> assertThat(lines()).anyMatch(
                line -> line.startsWith("database_queries_seconds_count{outcome=\"success\",query=\"")));
        assertThat(lines()).noneMatch(line -> line.contains("SELECT"));
    }

    @Test
    void runsAreTimedByTheirOutcome() {
        askwell.answer("How many customers are there?");
        askwell.answer("Which customer will churn next month?");

        // Nobody watches this one.
        askwell.client().post().uri("/agent/query").header("Prefer", "respond-async")
                .contentType(MediaType.APPLICATION_JSON).bodyValue(Map.of("question", "How many orders are there?"))
                .exchange().expectStatus().isAccepted();

        awaitLine("agent_runs_seconds_count{outcome=\"answered\"} 2");
        awaitLine("agent_runs_seconds_count{outcome=\"declined\"} 1");
    }

    /** A request is counted when it is over, which is a moment after its client has the response. */
    private static void awaitLine(String line) {
        await().untilAsserted(() -> assertThat(lines()).contains(line));
    }

    private static List<String> lines() {
        return new String(askwell.anonymous().get().uri("/metrics").exchange().expectStatus().isOk().expectBody()
                .returnResult().getResponseBodyContent(), java.nio.charset.StandardCharsets.UTF_8).lines().toList();
    }
}
