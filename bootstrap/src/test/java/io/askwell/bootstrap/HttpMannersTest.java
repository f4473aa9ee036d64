package io.askwell.bootstrap;

import static org.assertj.core.api.Assertions.assertThat;

import io.askwell.testkit.postgres.TestPostgres;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What every response has in common, whatever was asked for. */
class HttpMannersTest {
    private static final String FRIEND = "https://app.example";
    private static final String QUESTION = "{\"question\": \"How many customers are there?\"}";
    private static final HttpClient http = HttpClient.newHttpClient();
    private static RunningAskwell askwell;

    static {
        // The client would not let a test say where its page is from.
        System.setProperty("jdk.httpclient.allowRestrictedHeaders", "origin,access-control-request-method");
    }

    @BeforeAll
    static void start() {
        var database = TestPostgres.create().withSampleRows();
        database.execute("INSERT INTO public.customer (name, email) "
                + "SELECT 'Customer ' || n, 'customer' || n || '@example.com' FROM generate_series(1, 100) AS n");
        askwell = RunningAskwell.on(database, "CORS_ORIGINS=" + FRIEND + ", http://localhost:3000");
    }

    @AfterAll
    static void stop() {
        askwell.close();
    }

    @Test
    void compressesWhatIsLargeForThoseWhoTakeIt() throws Exception {
        var packed = send(get("/customers?limit=100").header("Accept-Encoding", "gzip"));

        assertThat(packed.headers().firstValue("Content-Encoding")).contains("gzip");
        assertThat(new GZIPInputStream(new ByteArrayInputStream(packed.body())).readAllBytes()).asString()
                .contains("Customer 7");
        assertThat(packed.body().length).isLessThan(3_000);
        assertThat(encoding(get("/customers?limit=100"))).isEmpty();
        assertThat(encoding(get("/customers/1").header("Accept-Encoding", "gzip"))).isEmpty();
    }

    @Test
    void neverCompressesAStreamOfEvents() throws Exception {
        assertThat(encoding(ask("text/event-stream").header("Accept-Encoding", "gzip"))).isEmpty();
    }

    @Test
    void lettingAFriendlyPageInNeedsNoKey() throws Exception {
        var preflight = send(preflight(FRIEND, "PATCH").header("Access-Control-Request-Headers",
                "x-api-key,authorization,content-type,if-match,if-none-match,idempotency-key,x-request-id,last-event-id"));

        assertThat(preflight.statusCode()).isEqualTo(200);
        assertThat(header(preflight, "Access-Control-Allow-Origin")).contains(FRIEND);
        assertThat(header(preflight, "Access-Control-Allow-Methods")).contains("GET,POST,PUT,PATCH,DELETE");
        assertThat(header(preflight, "Access-Control-Allow-Headers").orElseThrow().split(", ")).hasSize(8);
        assertThat(header(preflight, "Access-Control-Allow-Credentials")).isEmpty();
    }

    @Test
    void aFriendlyPageSeesWhatItNeedsOfAResponseEvenOfARefusal() throws Exception {
        var listed = send(get("/customers?limit=1").header("Origin", FRIEND));
        var refused = send(request("/customers").header("Origin", FRIEND));

        assertThat(header(listed, "Access-Control-Expose-Headers").orElseThrow().split(", "))
                .containsExactlyInAnyOrder("ETag", "Location", "Link", "X-Request-Id", "Retry-After");
        assertThat(refused.statusCode()).isEqualTo(401);
        assertThat(header(refused, "Access-Control-Allow-Origin")).contains(FRIEND);
    }

    @ParameterizedTest
    @ValueSource(strings = {"https://app.example.evil", "http://app.example", "https://sub.app.example", "null"})
    void aStrangersPageStaysOutside(String origin) throws Exception {
        assertThat(send(preflight(origin, "GET")).statusCode()).isEqualTo(403);
        var refused = send(get("/customers/1").header("Origin", origin));

        assertThat(refused.statusCode()).isEqualTo(403);
        assertThat(header(refused, "Content-Type")).contains("application/problem+json");
        assertThat(header(refused, "Access-Control-Allow-Origin")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"/customers/1", "/customers/none", "/nowhere", "/health", "/metrics"})
    void everyResponseIsGuarded(String path) throws Exception {
        var response = send(get(path));

        assertThat(header(response, "X-Content-Type-Options")).contains("nosniff");
        assertThat(header(response, "X-Frame-Options")).contains("DENY");
        assertThat(header(response, "Referrer-Policy")).contains("no-referrer");
        assertThat(header(response, "Content-Security-Policy"))
                .contains("default-src 'none'; frame-ancestors 'none'");
        assertThat(header(response, "Server")).isEmpty();
        assertThat(header(response, "X-Powered-By")).isEmpty();
    }

    @Test
    void whatAKeyOpenedIsNotKeptByOthersAndAProblemByNobody() throws Exception {
        assertThat(header(send(get("/customers/1")), "Cache-Control")).contains("private, no-cache");
        assertThat(header(send(get("/nowhere")), "Cache-Control")).contains("no-store");
        assertThat(header(send(ask("text/event-stream")), "Cache-Control")).contains("no-store");
    }

    @Test
    void swaggerUiMayRunItsOwnScripts() throws Exception {
        var page = send(request("/swagger-ui/index.html"));

        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(header(page, "Content-Security-Policy").orElseThrow()).startsWith("default-src 'self';");
        assertThat(new String(page.body(), java.nio.charset.StandardCharsets.UTF_8)).contains("<script src=")
                .doesNotContain("<script>");
    }

    @Test
    void everyResponseNamesItsRequest() throws Exception {
        for (var request : List.of(get("/customers/1"), get("/nowhere"), request("/customers"), get("/customers/x"),
                get("/health"), ask("text/event-stream"), ask("application/json"), preflight(FRIEND, "GET"))) {
            assertThat(requestId(request)).matches("[0-9a-f]{16}");
            assertThat(requestId(request.header("X-Request-Id", "mine:1.2_3-4"))).isEqualTo("mine:1.2_3-4");
        }
        assertThat(requestId(get("/health"))).isNotEqualTo(requestId(get("/health")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"two words", "<script>", "quote\""})
    void anIdThatIsNotSafeIsReplaced(String id) throws Exception {
        assertThat(requestId(get("/health").header("X-Request-Id", id))).matches("[0-9a-f]{16}");
    }

    @Test
    void saysWhatItTakesInstead() throws Exception {
        var options = send(get("/customers").method("OPTIONS", BodyPublishers.noBody()));

        assertThat(options.statusCode()).isEqualTo(200);
        assertThat(header(options, "Allow").orElseThrow().split(",")).contains("GET", "POST", "OPTIONS");
        assertThat(header(send(get("/agent/query").DELETE()), "Allow")).contains("POST");
        assertThat(header(send(get("/customers").POST(BodyPublishers.ofString("x")).header("Content-Type",
                "text/plain")), "Accept").orElseThrow()).contains("application/json");
        assertThat(send(request("/customers").method("OPTIONS", BodyPublishers.noBody())).statusCode()).isEqualTo(401);
        assertThat(send(request("/customers").DELETE()).statusCode()).isEqualTo(401);
    }

    @Test
    void aMediaTypeThatIsNoneIsNotTaken() throws Exception {
        for (String accept : List.of("text/event-stream", "application/json")) {
            assertThat(send(get("/agent/query").header("Accept", accept).header("Content-Type", "json")
                    .POST(BodyPublishers.ofString(QUESTION))).statusCode()).as(accept).isEqualTo(415);
        }
    }

    private static HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + askwell.port() + path));
    }

    private static HttpRequest.Builder get(String path) {
        return request(path).header("X-API-Key", RunningAskwell.KEY);
    }

    private static HttpRequest.Builder ask(String accept) {
        return get("/agent/query").header("Accept", accept).header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(QUESTION));
    }

    private static HttpRequest.Builder preflight(String origin, String method) {
        return request("/customers/1").method("OPTIONS", BodyPublishers.noBody()).header("Origin", origin)
                .header("Access-Control-Request-Method", method);
    }

    private static HttpResponse<byte[]> send(HttpRequest.Builder request) throws IOException, InterruptedException {
        return http.send(request.build(), BodyHandlers.ofByteArray());
    }

    private static Optional<String> encoding(HttpRequest.Builder request) throws IOException, InterruptedException {
        return header(send(request), "Content-Encoding");
    }

    private static String requestId(HttpRequest.Builder request) throws IOException, InterruptedException {
        return header(send(request), "X-Request-Id").orElse("");
    }

    private static Optional<String> header(HttpResponse<?> response, String name) {
        return Stream.of(name).flatMap(it -> response.headers().allValues(it).stream())
                .reduce((one, other) -> one + " AND " + other);
    }
}
