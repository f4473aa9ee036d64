package io.askwell.rest;

import static io.askwell.testkit.Patience.PATIENCE;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.boot.webtestclient.autoconfigure.AutoConfigureWebTestClient;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.test.web.reactive.server.WebTestClient;

@SpringBootTest(classes = RestApplication.class, webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
@AutoConfigureWebTestClient(timeout = "30s")
class RestApiTest {

    @Autowired
    private WebTestClient anonymous;
    private WebTestClient client;
    @LocalServerPort
    private int port;

    @BeforeEach
    void bringAKey() {
        client = anonymous.mutate().defaultHeader("X-API-Key", RestApplication.KEY).build();
    }

    @Test
    void nothingIsServedWithoutAKey() {
        anonymous.get().uri("/customers").exchange().expectStatus().isUnauthorized()
                .expectHeader().valueEquals(HttpHeaders.WWW_AUTHENTICATE, "Bearer realm=\"askwell\"")
                .expectHeader().contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .expectBody().jsonPath("$.type").isEqualTo("urn:askwell:problem:unauthorized")
                .jsonPath("$.status").isEqualTo(401).jsonPath("$.instance").isEqualTo("/customers");
        anonymous.get().uri("/customers").header("X-API-Key", "wrong").exchange().expectStatus().isUnauthorized();
        anonymous.get().uri("/no/such/route").exchange().expectStatus().isUnauthorized();
    }

    @Test
    void aBearerTokenIsAsGoodAsTheHeader() {
        anonymous.get().uri("/customers").header(HttpHeaders.AUTHORIZATION, "bearer " + RestApplication.KEY).exchange()
                .expectStatus()
                .isOk();
    }

    @Test
    void apiDocsAreOpen() {
        anonymous.get().uri("/v3/api-docs").exchange().expectStatus().isOk().expectBody()
                .jsonPath("$.paths['/agent/query'].post.responses.503").exists()
                .jsonPath("$.components.securitySchemes.apiKey.name").isEqualTo("X-API-Key");
        anonymous.get().uri("/swagger-ui.html").exchange().expectStatus().is3xxRedirection();
    }

    @Test
    void whatHttpItselfForbidsIsAProblemToo() {
        client.delete().uri("/customers").exchange().expectStatus().isEqualTo(405).expectHeader()
                .contentType(MediaType.APPLICATION_PROBLEM_JSON).expectHeader().exists(HttpHeaders.ALLOW);
        client.post().uri("/customers").contentType(MediaType.TEXT_PLAIN).bodyValue("x").exchange().expectStatus()
                .isEqualTo(415);
        client.get().uri("/customers").accept(MediaType.TEXT_HTML).exchange().expectStatus().isEqualTo(406);
        client.get().uri("/nowhere").exchange().expectStatus().isNotFound().expectBody().jsonPath("$.type")
                .isEqualTo("urn:askwell:problem:not-found");
        client.post().uri("/customers").contentType(MediaType.APPLICATION_JSON)
                .bodyValue("{\"name\": \"" + "x".repeat(300_000) + "\"}").exchange().expectStatus().isEqualTo(413)
                .expectBody()
                .jsonPath("$.detail").isEqualTo("The body must be at most 262144 bytes long.");
    }

    @Test
    void aBodyInAnotherCharsetThanJsonHasIsNotGuessedAt() {
        client.post().uri("/customers").header(HttpHeaders.CONTENT_TYPE, "application/json;charset=ISO-8859-1")
                .bodyValue("{}".getBytes(StandardCharsets.ISO_8859_1)).exchange().expectStatus().isEqualTo(415);
        client.post().uri("/customers").header(HttpHeaders.CONTENT_TYPE, "application/json;charset=UTF-8")
                .bodyValue("null".getBytes(StandardCharsets.UTF_8)).exchange().expectStatus().isBadRequest()
                .expectBody()
                .jsonPath("$.errors[0].message").isEqualTo("must be a JSON object");
    }

    @ParameterizedTest
    @CsvSource({
            "414, The first line of the request must be at most 4096 bytes long., 'GET /customers?name=%s HTTP/1.1'",
            "431, The headers must be at most 8192 bytes long., 'GET /customers HTTP/1.1\r\nX-Long: %s'",
            "400, The request is not valid HTTP., 'GET /customers HTTP/x'"})
    void whatCannotBeReadIsExplained(int status, String detail, String lines) throws IOException {
        try (var socket = new Socket("127.0.0.1", port)) {
            socket.setSoTimeout(Math.toIntExact(PATIENCE.toMillis()));
            String request = lines.formatted("x".repeat(9_000)) + "\r\nHost: localhost\r\n\r\n";
            socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
            String response = new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

            assertThat(response).startsWith("HTTP/1.1 " + status).contains("content-type: application/problem+json",
                    "\"status\":" + status, "\"detail\":\"" + detail + "\"");
        }
    }

    @Test
    void aMistakeOfOursTellsNothing() {
        ask("{\"question\": \"break\"}").expectStatus().isEqualTo(500).expectBody()
                .jsonPath("$.detail").isEqualTo("Something went wrong on our side.");
    }

    @Test
    void anAnswerCarriesAllOfItsRun() {
        ask("{\"question\": \"How many?\"}").expectStatus().isOk().expectHeader()
                .contentType(MediaType.APPLICATION_JSON)
                .expectBody()
                .json("""
                    {"runId": "run-1", "question": "How many?", "conversationId": null, "outcome": "answered",
                     "answer": "There are 2.",
                     "sql": "SELECT 1", "origin": "model", "reading": "Counted them.", "readings": [],
                     "columns": ["n", "day"], "rows": [[2.50, null]], "truncated": true,
                     "steps": [{"name": "execute", "ms": 3}],
                     "usage": {"promptTokens": 5, "completionTokens": 7, "totalTokens": 12}, "unsupportedNumbers": []}""",
                        org.springframework.test.json.JsonCompareMode.STRICT);
    }

    @Test
    void aDryRunShowsWordsReadingAndSql() {
        dryRun("{\"question\": \"How many?\"}").expectStatus().isOk().expectBody().json("""
            {"question": "How many?", "outcome": "understood", "message": null, "readings": ["Counted them."],
             "sql": "SELECT 1", "words": [{"text": "How many",
             "meanings": [{"kind": "structure", "meaning": "how many"}]}]}""",
                org.springframework.test.json.JsonCompareMode.STRICT);
        dryRun("{\"question\": \"or\"}").expectStatus().isOk().expectBody().json("""
            {"question": "or", "outcome": "clarify", "message": "Which?", "readings": ["One.", "Two."],
             "sql": null, "words": []}""", org.springframework.test.json.JsonCompareMode.STRICT);
        dryRun("{\"question\": \"churn\"}").expectStatus().isOk().expectBody().json("""
            {"question": "churn", "outcome": "declined", "message": "I do not understand that.", "readings": [],
             "sql": null, "words": [{"text": "churn", "meanings": []}]}""",
                org.springframework.test.json.JsonCompareMode.STRICT);
    }

    @Test
    void aDryRunReadsItsQuestionAsStrictlyAsTheAgent() {
        dryRun("{\"question\": \" \"}").expectStatus().isBadRequest().expectBody()
                .jsonPath("$.errors[0].field").isEqualTo("question");
        dryRun("{\"question\": \"Who?\", \"mode\": \"grammar\"}").expectStatus().isBadRequest().expectBody()
                .jsonPath("$.errors[0].field").isEqualTo("mode");
        anonymous.post().uri("/agent/dry-run").contentType(MediaType.APPLICATION_JSON)
                .bodyValue("{\"question\": \"Who?\"}").exchange().expectStatus().isUnauthorized();
    }

    private WebTestClient.ResponseSpec dryRun(String body) {
        return client.post().uri("/agent/dry-run").contentType(MediaType.APPLICATION_JSON).bodyValue(body).exchange();
    }

    @Test
    void aFailedRunIsUnavailable() {
        ask("{\"question\": \"fail\"}").expectStatus().isEqualTo(503).expectBody()
                .jsonPath("$.type").isEqualTo("urn:askwell:problem:model-unavailable")
                .jsonPath("$.detail").isEqualTo("The model sleeps.");
    }

    @Test
    void whoAsksTooOftenIsToldWhenToComeBack() {
        ask("{\"question\": \"too often\"}").expectStatus().isEqualTo(429)
                .expectHeader().valueEquals(HttpHeaders.RETRY_AFTER, "6")
                .expectHeader().contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .expectBody().jsonPath("$.type").isEqualTo("urn:askwell:problem:rate-limited")
                .jsonPath("$.detail").isEqualTo("This key may ask 10 questions a minute. Ask again in 6 seconds.");
    }

    @Test
    void aRunThatIsTooDearIsNoOutage() {
        ask("{\"question\": \"too dear\"}").expectStatus().isEqualTo(429)
                .expectHeader().doesNotExist(HttpHeaders.RETRY_AFTER)
                .expectBody().jsonPath("$.type").isEqualTo("urn:askwell:problem:budget-exceeded");
    }

    @Test
    void theAddressIsThatOfTheConnectionWhateverAHeaderSays() {
        client.post().uri("/agent/query").header("X-Forwarded-For", "203.0.113.7")
                .header("Forwarded", "for=203.0.113.7")
                .contentType(MediaType.APPLICATION_JSON).bodyValue("{\"question\": \"whence\"}").exchange()
                .expectBody().jsonPath("$.detail").isEqualTo("127.0.0.1");
    }

    @Test
    void usageShowsWhatIsSpentAndWhatIsLeft() {
        client.get().uri("/agent/usage").exchange().expectStatus().isOk().expectBody().json("""
            {"key": "default", "renewsAt": "2026-03-02T00:00:00Z",
             "questions": {"used": 3, "limit": 100, "remaining": 97},
             "tokens": {"used": 5120, "limit": null, "remaining": null},
             "money": {"used": 1.60, "limit": 1.50, "remaining": 0},
             "perRun": {"tokens": 20000, "money": null}, "perMinute": {"questions": 10, "questionsOfAddress": null}}""",
                org.springframework.test.json.JsonCompareMode.STRICT);
        anonymous.get().uri("/agent/usage").exchange().expectStatus().isUnauthorized();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"{} | question", "{\"question\": \" \"} | question",
            "{\"question\": \"x\", \"mode\": \"magic\"} | mode", "{\"question\": [\"x\"]} | question"})
    void aWrongQuestionIsExplained(String body, String field) {
        ask(body).expectStatus().isBadRequest().expectBody().jsonPath("$.errors[0].field").isEqualTo(field);
    }

    private WebTestClient.ResponseSpec ask(String body) {
        return client.post().uri("/agent/query").contentType(MediaType.APPLICATION_JSON).bodyValue(body).exchange();
    }
}
