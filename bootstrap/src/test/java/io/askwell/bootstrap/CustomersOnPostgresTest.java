package io.askwell.bootstrap;

import static org.assertj.core.api.Assertions.assertThat;

import io.askwell.testkit.postgres.TestDatabase;
import io.askwell.testkit.postgres.TestPostgres;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.core.ParameterizedTypeReference;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.MediaType;
import org.springframework.web.reactive.function.client.WebClient;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** What only the whole application on a real database can show. */
class CustomersOnPostgresTest {
    private static final int WRITERS = 50;
    private static TestDatabase database;
    private static RunningAskwell askwell;
    private static WebClient client;

    @BeforeAll
    static void start() {
        database = TestPostgres.create();
        askwell = RunningAskwell.on(database);
        client = WebClient.builder().baseUrl("http://127.0.0.1:" + askwell.port())
                .defaultHeader("X-API-Key", RunningAskwell.KEY).build();
    }

    @AfterAll
    static void stop() {
        askwell.close();
    }

    @Test
    void fiftyWritersAtOnceLoseNoUpdate() {
        String counter = create("counter@example.com");

        Flux.range(0, WRITERS).flatMap(i -> increment(counter), WRITERS).blockLast();

        assertThat(read(counter).getBody()).containsEntry("name", "n" + WRITERS);
        assertThat(read(counter).getHeaders().getETag()).isEqualTo("\"" + (WRITERS + 1) + "\"");
    }

    /** Reads, adds one, writes if nobody else has; else again. */
    private static Mono<HttpStatusCode> increment(String counter) {
        return client.get().uri(counter).retrieve().toEntity(new ParameterizedTypeReference<Map<String, Object>>() {
        }).flatMap(read -> client.put().uri(counter).contentType(MediaType.APPLICATION_JSON)
                .header(HttpHeaders.IF_MATCH, read.getHeaders().getETag())
                .bodyValue(Map.of("email", "counter@example.com", "name", "n" + (number(read.getBody()) + 1)))
                .exchangeToMono(response -> response.releaseBody().thenReturn(response.statusCode())))
                .flatMap(status -> status.equals(HttpStatus.PRECONDITION_FAILED)
                        ? Mono.defer(() -> increment(counter))
                        : Mono.just(status))
                .doOnNext(status -> assertThat(status).isEqualTo(HttpStatus.OK));
    }

    private static int number(Map<String, Object> customer) {
        return Integer.parseInt(customer.get("name").toString().substring(1));
    }

    @Test
    void patchesWithoutIfMatchMergeOneAfterTheOther() {
        String order = String.valueOf(client.post().uri("/customers/3/orders").contentType(MediaType.APPLICATION_JSON)
                .bodyValue("{}").retrieve().toBodilessEntity().block().getHeaders().getLocation());

        Flux.merge(patch(order, "{\"orderDate\": \"2024-08-01\"}"), patch(order, "{\"totalAmount\": 12.5}"))
                .blockLast();

        assertThat(read(order).getBody()).containsEntry("orderDate", "2024-08-01").containsEntry("totalAmount", 12.5);
    }

    private static Mono<?> patch(String path, String body) {
        return client.patch().uri(path).contentType(MediaType.valueOf("application/merge-patch+json")).bodyValue(body)
                .retrieve().toBodilessEntity();
    }

    @Test
    void anImportOfManyLinesIsStoredAndStreamedBack() {
        String lines = IntStream.range(0, 20_000).mapToObj(i -> "Imported %d,import-%d@example.com\n".formatted(i, i))
                .collect(Collectors.joining("", "name,email\n", ""));

        askwell.client().post().uri("/customers/import").contentType(MediaType.valueOf("text/csv")).bodyValue(lines)
                .exchange().expectStatus().isOk().expectBody().jsonPath("$.imported").isEqualTo(20_000);
        askwell.client().post().uri("/customers/import").contentType(MediaType.valueOf("text/csv"))
                .bodyValue("name,email\nNew,new@example.com\nOld,IMPORT-7@example.com\n").exchange().expectStatus()
                .isBadRequest().expectBody().jsonPath("$.errors[0].field").isEqualTo("lines[3].email");

        assertThat(database.query("SELECT count(*) FROM customer WHERE email = 'new@example.com'"))
                .containsExactly("0");
        assertThat(client.get().uri("/customers?name=Imported&include=orders,addresses")
                .accept(MediaType.APPLICATION_NDJSON).retrieve().bodyToFlux(String.class).count().block())
                .isEqualTo(20_000);
    }

    @Test
    void theCallersRowsDoNotMakeTheApiFail() {
        database.execute("INSERT INTO orders (customer_id, order_date) VALUES (2, NULL); "
                + "INSERT INTO address (customer_id, city) VALUES (2, '')");

        for (String path : List.of("/customers/2", "/orders?sort=-orderDate", "/addresses?sort=city")) {
            askwell.client().get().uri(path).exchange().expectStatus().isOk();
        }
    }

    private static String create(String email) {
        return String.valueOf(client.post().uri("/customers").contentType(MediaType.APPLICATION_JSON)
                .bodyValue(Map.of("name", "n0", "email", email)).retrieve().toBodilessEntity().block().getHeaders()
                .getLocation());
    }

    private static org.springframework.http.ResponseEntity<Map<String, Object>> read(String path) {
        return client.get().uri(path).retrieve().toEntity(new ParameterizedTypeReference<Map<String, Object>>() {
        }).block();
    }
}
