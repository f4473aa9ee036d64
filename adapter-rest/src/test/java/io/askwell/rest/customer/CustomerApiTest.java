package io.askwell.rest.customer;

import static org.assertj.core.api.Assertions.assertThat;

import io.askwell.rest.RestApplication;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webtestclient.autoconfigure.AutoConfigureWebTestClient;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.test.json.JsonCompareMode;
import org.springframework.test.web.reactive.server.WebTestClient;
import org.springframework.test.web.reactive.server.WebTestClient.ResponseSpec;

@SpringBootTest(classes = RestApplication.class, webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
@AutoConfigureWebTestClient(timeout = "30s")
class CustomerApiTest {
    private static final MediaType MERGE_PATCH = MediaType.valueOf(MergePatch.MEDIA_TYPE);
    private WebTestClient client;

    @BeforeEach
    void bringAKey(@Autowired WebTestClient anonymous) {
        client = anonymous.mutate().defaultHeader("X-API-Key", RestApplication.KEY).build();
    }

    @Test
    void aCustomerComesWithOrdersAndAddresses() {
        client.get().uri("/customers/1").exchange().expectStatus().isOk().expectHeader().exists(HttpHeaders.ETAG)
                .expectBody(String.class)
                .value(body -> assertThat(body).contains("\"totalAmount\":150.00", "\"orderDate\":\"2024-05-01\"",
                        "\"street\":\"123 Apple St\""));
    }

    @Test
    void includeChoosesWhatIsEmbedded() {
        client.get().uri("/customers/2?include=none").exchange().expectBody().json("""
            {"id": 2, "name": "Bob Builder", "email": "bob@example.com"}""", JsonCompareMode.STRICT);
        client.get().uri("/customers/2?include=orders").exchange().expectBody().jsonPath("$.orders.length()")
                .isEqualTo(1).jsonPath("$.addresses").doesNotExist();
        client.get().uri("/customers/2?include=bills").exchange().expectStatus().isBadRequest().expectBody()
                .jsonPath("$.errors[0].field").isEqualTo("include");
    }

    @ParameterizedTest
    @CsvSource({"99, 404", "0, 404", "-1, 404", "99999999999999999999, 404", "2147483648, 404", "abc, 400", "1.5, 400"})
    void aCustomerThatIsNotThereIsToldFromAnIdThatIsNone(String id, int status) {
        for (HttpMethod method : List.of(HttpMethod.GET, HttpMethod.DELETE)) {
            client.method(method).uri("/customers/" + id).exchange().expectStatus().isEqualTo(status).expectHeader()
                    .contentType(MediaType.APPLICATION_PROBLEM_JSON);
        }
    }

    @Test
    void aCustomerIsCreatedAndFoundWhereLocationSays() {
        String email = email();
        var created = post("{\"name\": \" Žofie Nováková \", \"email\": \"" + email + "\"}").expectStatus().isCreated()
                .expectHeader().valueEquals(HttpHeaders.ETAG, "\"1\"").expectBody()
                .jsonPath("$.name").isEqualTo("Žofie Nováková").jsonPath("$.orders").doesNotExist().returnResult();

        client.get().uri(String.valueOf(created.getResponseHeaders().getLocation())).exchange().expectStatus().isOk()
                .expectBody().jsonPath("$.email").isEqualTo(email).jsonPath("$.orders.length()").isEqualTo(0);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"{\"name\": \"\", \"email\": \"x\"} | name | must not be blank",
            "{} | name | must not be blank", "{\"name\": 5, \"email\": \"a@b.c\"} | name | a text is wanted",
            "{\"nam\": \"A\"} | nam | is not a known field; known are email, name",
            "{\"name\": {\"first\": 1}} | name | a text is wanted", "[] | body | a JSON object is wanted",
            "{\"name\": | body | is not valid JSON", "nonsense | body | is not valid JSON",
            "{\"name\": \"A\", \"name\": \"B\"} | body | has a field twice",
            "{\"name\": \"A\", \"email\": \"no-at\"} | email | must be an e-mail address",
            "{\"name\": \"A\\u0000\", \"email\": \"a@b.c\"} | name | control characters"})
    void aWrongBodyIsExplained(String body, String field, String message) {
        post(body).expectStatus().isBadRequest().expectHeader().contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .expectBody().jsonPath("$.type").isEqualTo("urn:askwell:problem:invalid-request")
                .jsonPath("$.errors[0].field").isEqualTo(field)
                .jsonPath("$.errors[0].message").value(String.class, text -> assertThat(text).contains(message));
    }

    @Test
    void everyWrongFieldIsNamed() {
        post("{\"name\": \"" + "x".repeat(101) + "\", \"email\": \"y\"}").expectBody().jsonPath("$.errors[*].field")
                .isEqualTo(List.of("name", "email"));
    }

    @Test
    void aMissingBodyIsExplained() {
        client.post().uri("/customers").contentType(MediaType.APPLICATION_JSON).exchange().expectStatus().isBadRequest()
                .expectBody().jsonPath("$.errors[0].field").isEqualTo("body");
    }

    @Test
    void anEmailAlreadyTakenIsAConflictOfThatField() {
        post("{\"name\": \"Another Bob\", \"email\": \"BOB@example.com\"}").expectStatus().isEqualTo(409).expectBody()
                .jsonPath("$.type").isEqualTo("urn:askwell:problem:email-already-taken")
                .jsonPath("$.errors[0].field").isEqualTo("email");
    }

    @Test
    void putReplacesTheWholeCustomer() {
        String location = create();

        put(location, "{\"name\": \"New\", \"email\": \"" + email() + "\"}").expectStatus().isOk().expectHeader()
                .valueEquals(HttpHeaders.ETAG, "\"2\"").expectBody().jsonPath("$.name").isEqualTo("New");
        put(location, "{\"name\": \"New\"}").expectStatus().isBadRequest().expectBody().jsonPath("$.errors[0].field")
                .isEqualTo("email");
        put("/customers/99", "{\"name\": \"New\", \"email\": \"" + email() + "\"}").expectStatus().isNotFound();
    }

    @Test
    void patchChangesWhatItNamesAndNothingElse() {
        String location = create();

        patch(location, "{\"name\": \"Patched\"}").expectStatus().isOk().expectHeader()
                .valueEquals(HttpHeaders.ETAG, "\"2\"").expectBody().jsonPath("$.name").isEqualTo("Patched")
                .jsonPath("$.email").value(String.class, email -> assertThat(email).endsWith("@example.com"));
        patch(location, "{}").expectStatus().isOk().expectHeader().valueEquals(HttpHeaders.ETAG, "\"2\"");
        client.patch().uri(location).contentType(MediaType.APPLICATION_JSON).bodyValue("{\"name\": \"Too\"}").exchange()
                .expectStatus().isOk();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"{\"name\": null} | name", "{\"nam\": 1} | nam", "{\"email\": [1]} | email",
            "[] | body", "5 | body", "null | body", "{ | body"})
    void aWrongPatchIsExplained(String patch, String field) {
        patch("/customers/1", patch).expectStatus().isBadRequest().expectBody().jsonPath("$.errors[0].field")
                .isEqualTo(field);
    }

    @Test
    void ifMatchKeepsAnOutdatedChangeOut() {
        String location = create();
        put(location, "{\"name\": \"Second\", \"email\": \"" + email() + "\"}").expectStatus().isOk();

        for (String tag : List.of("\"1\"", "W/\"2\"", "\"other\"", "\"1\", \"7\"")) {
            client.put().uri(location).header(HttpHeaders.IF_MATCH, tag).contentType(MediaType.APPLICATION_JSON)
                    .bodyValue("{\"name\": \"Lost\", \"email\": \"lost@example.com\"}").exchange().expectStatus()
                    .isEqualTo(412).expectBody().jsonPath("$.type").isEqualTo("urn:askwell:problem:outdated")
                    .jsonPath("$.errors[0].message")
                    .value(String.class, text -> assertThat(text).startsWith("is 2 by"));
        }
        client.delete().uri(location).header(HttpHeaders.IF_MATCH, "\"1\"").exchange().expectStatus().isEqualTo(412);
        client.patch().uri(location).header(HttpHeaders.IF_MATCH, "\"1\", \"2\"").contentType(MERGE_PATCH)
                .bodyValue("{\"name\": \"Third\"}").exchange().expectStatus().isOk();
        client.delete().uri(location).header(HttpHeaders.IF_MATCH, "*").exchange().expectStatus().isNoContent();
    }

    @Test
    void anIfMatchThatIsNoTagIsExplained() {
        client.delete().uri("/customers/1").header(HttpHeaders.IF_MATCH, "3").exchange().expectStatus().isBadRequest()
                .expectBody().jsonPath("$.errors[0].field").isEqualTo("If-Match");
    }

    @Test
    void whatIsKnownAlreadyIsNotSentAgain() {
        String location = create();

        client.get().uri(location).header(HttpHeaders.IF_NONE_MATCH, "\"1\"").exchange().expectStatus().isNotModified();
        client.get().uri(location).header(HttpHeaders.IF_NONE_MATCH, "\"2\"").exchange().expectStatus().isOk();
    }

    @Test
    void aCustomerWithOrdersIsDeletedOnlyTogetherWithThem() {
        String location = create();
        client.post().uri(location + "/orders").contentType(MediaType.APPLICATION_JSON).bodyValue("{}").exchange()
                .expectStatus().isCreated();

        client.delete().uri(location).exchange().expectStatus().isEqualTo(409).expectBody().jsonPath("$.type")
                .isEqualTo("urn:askwell:problem:customer-has-orders").jsonPath("$.errors[0].message")
                .isEqualTo("the customer has orders; cascade=true deletes them too");
        client.delete().uri(location + "?cascade=perhaps").exchange().expectStatus().isBadRequest();
        client.delete().uri(location + "?cascade=true").exchange().expectStatus().isNoContent().expectBody().isEmpty();
        client.get().uri(location).exchange().expectStatus().isNotFound();
        client.delete().uri(location).exchange().expectStatus().isNotFound();
    }

    @Test
    void aRequestThatIsRepeatedGetsTheSameResponse() {
        String key = UUID.randomUUID().toString();
        String email = email();
        String body = "{\"name\": \"Dana\", \"email\": \"" + email + "\"}";
        var first = keyed(key, body).expectStatus().isCreated().expectBody(String.class).returnResult();
        String location = String.valueOf(first.getResponseHeaders().getLocation());
        patch(location, "{\"name\": \"Changed\"}").expectStatus().isOk();

        keyed(key, "{ \"email\": \"" + email + "\", \"name\": \"Dana\" }").expectStatus().isCreated().expectHeader()
                .location(location).expectHeader().valueEquals(HttpHeaders.ETAG, "\"1\"").expectBody(String.class)
                .isEqualTo(first.getResponseBody());
        keyed(key, "{\"name\": \"Other\", \"email\": \"" + email() + "\"}").expectStatus().isEqualTo(422).expectBody()
                .jsonPath("$.type").isEqualTo("urn:askwell:problem:idempotency-key-reused");
        keyed("x".repeat(256), body).expectStatus().isBadRequest().expectBody().jsonPath("$.errors[0].field")
                .isEqualTo("Idempotency-Key");
    }

    @Test
    void aLinkKeepsWhatTheFilterSaysWhateverItsCharacters() {
        for (String email : List.of("one", "two")) {
            client.post().uri("/customers").contentType(MediaType.APPLICATION_JSON)
                    .bodyValue(Map.of("name", "A+B & 50%=½", "email", email + "@link.example.com")).exchange();
        }

        var page = client.get().uri("/customers?limit=1&name={name}", "A+B & 50%=½").exchange().expectBody()
                .jsonPath("$.length()").isEqualTo(1).returnResult();
        String next = page.getResponseHeaders().getFirst(HttpHeaders.LINK).replaceFirst("<(.*)>; rel=\"next\"", "$1");

        client.get().uri(URI.create(String.valueOf(page.getUrl()).replaceFirst("/customers.*", "") + next)).exchange()
                .expectBody().jsonPath("$[0].email").isEqualTo("two@link.example.com");
    }

    private ResponseSpec keyed(String key, String body) {
        return client.post().uri("/customers").header("Idempotency-Key", key).contentType(MediaType.APPLICATION_JSON)
                .bodyValue(body).exchange();
    }

    private ResponseSpec post(String body) {
        return client.post().uri("/customers").contentType(MediaType.APPLICATION_JSON).bodyValue(body).exchange();
    }

    private ResponseSpec put(String location, String body) {
        return client.put().uri(location).contentType(MediaType.APPLICATION_JSON).bodyValue(body).exchange();
    }

    private ResponseSpec patch(String location, String body) {
        return client.patch().uri(location).contentType(MERGE_PATCH).bodyValue(body).exchange();
    }

    private String create() {
        return String.valueOf(post("{\"name\": \"First\", \"email\": \"" + email() + "\"}").expectStatus().isCreated()
                .expectBody().returnResult().getResponseHeaders().getLocation());
    }

    private static String email() {
        return UUID.randomUUID() + "@example.com";
    }
}
