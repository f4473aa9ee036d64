package io.askwell.rest.customer;

import static org.assertj.core.api.Assertions.assertThat;

import io.askwell.rest.RestApplication;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webtestclient.autoconfigure.AutoConfigureWebTestClient;
import org.springframework.http.MediaType;
import org.springframework.test.json.JsonCompareMode;
import org.springframework.test.web.reactive.server.WebTestClient;
import org.springframework.test.web.reactive.server.WebTestClient.ResponseSpec;

@SpringBootTest(classes = RestApplication.class, webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
@AutoConfigureWebTestClient(timeout = "30s")
class ImportApiTest {
    private static final MediaType CSV = MediaType.valueOf("text/csv");
    private final String host = UUID.randomUUID() + ".example.com";
    private WebTestClient client;

    @BeforeEach
    void bringAKey(@Autowired WebTestClient anonymous) {
        client = anonymous.mutate().defaultHeader("X-API-Key", RestApplication.KEY).build();
    }

    @Test
    void importsJsonLines() {
        send("", MediaType.APPLICATION_NDJSON, """
            {"name": "Dana", "email": "dana@HOST"}

            {"email": "eve@HOST", "name": "Eve"}""").expectStatus().isOk().expectBody()
                .json("{\"imported\": 2, \"rejected\": 0, \"errors\": []}", JsonCompareMode.STRICT);
        client.get().uri("/customers?name=eve&email=eve@" + host).exchange().expectBody().jsonPath("$.length()")
                .isEqualTo(1);
    }

    @Test
    void importsCsvWithQuotesAnyOrderOfColumnsAndAByteOrderMark() {
        send("", CSV, "\uFEFFemail,name\r\ndana@HOST,\"Dana \"\"D\"\", Jr.\nand more\"\r\n\r\neve@HOST,Žofie\r\n")
                .expectStatus().isOk().expectBody().jsonPath("$.imported").isEqualTo(2);
        client.get().uri("/customers?email=dana@" + host).exchange().expectBody().jsonPath("$[0].name")
                .isEqualTo("Dana \"D\", Jr.\nand more");
    }

    @Test
    void oneWrongLineAndNothingIsImported() {
        send("", MediaType.APPLICATION_NDJSON, """
            {"name": "Dana", "email": "dana@HOST"}
            {"name": "", "email": "x"}
            {"name": "Eve"
            {"name": "Eve", "mail": "eve@HOST"}
            {"name": "Dana again", "email": "DANA@HOST"}""").expectStatus().isBadRequest().expectHeader()
                .contentType(MediaType.APPLICATION_PROBLEM_JSON).expectBody()
                .jsonPath("$.type").isEqualTo("urn:askwell:problem:import-rejected")
                .jsonPath("$.detail").isEqualTo("4 of 5 lines are wrong, so nothing was imported.")
                .jsonPath("$.errors[*].field").isEqualTo(java.util.List.of("lines[2].name", "lines[2].email",
                        "lines[3].body", "lines[4].mail", "lines[5].email"));
        client.get().uri("/customers?email=dana@" + host).exchange().expectBody().json("[]");
    }

    @Test
    void whatIsRightIsImportedIfThatIsWanted() {
        send("?mode=partial", CSV, "name,email\nDana,dana@HOST\nBob,bob@example.com\nonly one field\nEve,eve@HOST\n")
                .expectStatus().isOk().expectBody().json("""
                    {"imported": 2, "rejected": 2, "errors": [
                      {"field": "lines[3].email", "message": "belongs to another customer already"},
                      {"field": "lines[4].line", "message": "must have 2 fields, but has 1"}]}""",
                        JsonCompareMode.STRICT);
        client.get().uri("/customers?email=dana@" + host).exchange().expectBody().jsonPath("$.length()").isEqualTo(1);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"text/csv | name,mail | heading", "text/csv | name,email,age | heading",
            "text/csv | '' | heading", "text/csv | name | heading"})
    void aHeadingThatIsNoneIsExplained(String type, String body, String field) {
        send("", MediaType.valueOf(type), body).expectStatus().isBadRequest().expectBody().jsonPath("$.errors[0].field")
                .isEqualTo(field);
    }

    @Test
    void textThatIsNotUtf8IsRefusedRatherThanBent() {
        client.post().uri("/customers/import").contentType(CSV)
                .bodyValue(("name,email\nJürgen,j@" + host + "\n").getBytes(StandardCharsets.ISO_8859_1)).exchange()
                .expectStatus().isBadRequest().expectBody().jsonPath("$.errors[0].message").isEqualTo("is not UTF-8");
        client.post().uri("/customers/import").contentType(MediaType.APPLICATION_NDJSON)
                .bodyValue(("{\"name\": \"Jürgen\", \"email\": \"j@" + host + "\"}").getBytes(
                        StandardCharsets.ISO_8859_1))
                .exchange().expectStatus().isBadRequest();
        client.get().uri("/customers?email=j@" + host).exchange().expectBody().json("[]");
    }

    @Test
    void aLineThatIsTooLongIsToldAndTheNextOneIsRead() {
        String body = "{\"name\": \"" + "x".repeat(70_000) + "\"}\n{\"name\": \"Dana\", \"email\": \"dana@HOST\"}\n";

        send("?mode=partial", MediaType.APPLICATION_NDJSON, body).expectStatus().isOk().expectBody()
                .jsonPath("$.imported").isEqualTo(1).jsonPath("$.errors[0].message")
                .value(String.class, text -> assertThat(text).isEqualTo("must be at most 65536 bytes long"));
        send("", CSV, "name,email\n" + "x".repeat(200_000) + ",x@HOST\n").expectStatus().isBadRequest();
    }

    @Test
    void whatAnImportDoesNotTakeIsExplained() {
        send("?mode=most", CSV, "name,email\n").expectStatus().isBadRequest().expectBody()
                .jsonPath("$.errors[0].field").isEqualTo("mode");
        client.post().uri("/customers/import").header("Idempotency-Key", "k").contentType(CSV).bodyValue("name,email\n")
                .exchange().expectStatus().isBadRequest();
        send("", MediaType.APPLICATION_JSON, "[]").expectStatus().isEqualTo(415);
        client.get().uri("/customers/import").exchange().expectStatus().isBadRequest();
    }

    @ParameterizedTest
    @ValueSource(strings = {"null", "5", "[]", "\"x\""})
    void aLineThatIsNoObjectIsWrong(String line) {
        send("", MediaType.APPLICATION_NDJSON, line).expectStatus().isBadRequest().expectBody()
                .jsonPath("$.errors[0].field").isEqualTo("lines[1].body");
    }

    @Test
    void anEmptyImportImportsNothing() {
        send("", MediaType.APPLICATION_NDJSON, "").expectStatus().isOk().expectBody().jsonPath("$.imported")
                .isEqualTo(0);
    }

    private ResponseSpec send(String query, MediaType type, String body) {
        return client.post().uri("/customers/import" + query).contentType(type).bodyValue(
                body.replace("HOST", host).getBytes(StandardCharsets.UTF_8)).exchange();
    }
}
