package io.askwell.rest.customer;

import static org.assertj.core.api.Assertions.assertThat;

import io.askwell.rest.RestApplication;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webtestclient.autoconfigure.AutoConfigureWebTestClient;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.test.web.reactive.server.WebTestClient;
import org.springframework.test.web.reactive.server.WebTestClient.ResponseSpec;

/** Orders and addresses. */
@SpringBootTest(classes = RestApplication.class, webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
@AutoConfigureWebTestClient(timeout = "30s")
class BelongingApiTest {
    private WebTestClient client;
    private String customer;

    @BeforeEach
    void bringAKeyAndACustomer(@Autowired WebTestClient anonymous) {
        client = anonymous.mutate().defaultHeader("X-API-Key", RestApplication.KEY).build();
        customer = location(send(HttpMethod.POST, "/customers",
                "{\"name\": \"Owner\", \"email\": \"" + UUID.randomUUID() + "@example.com\"}"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
            "orders | {\"orderDate\": \"2024-08-01\", \"totalAmount\": 10} | {\"totalAmount\": null} | \"totalAmount\":null",
            "orders | {} | {\"totalAmount\": 12345678.9, \"orderDate\": \"2024-08-02\"} | \"totalAmount\":12345678.90",
            "addresses | {\"city\": \"Köln\", \"zip\": \"50667\"} | {\"zip\": null, \"type\": \"billing\"} | \"zip\":null"})
    void isCreatedReadChangedAndDeleted(String resource, String body, String patch, String expected) {
        String location = location(send(HttpMethod.POST, customer + "/" + resource, body).expectStatus().isCreated()
                .expectHeader().valueEquals(HttpHeaders.ETAG, "\"1\""));
        assertThat(location).startsWith("/" + resource + "/");
        client.get().uri(location).exchange().expectStatus().isOk().expectHeader()
                .valueEquals(HttpHeaders.ETAG, "\"1\"").expectBody().jsonPath("$.customerId")
                .isEqualTo(Integer.valueOf(customer.replace("/customers/", "")));

        send(HttpMethod.PATCH, location, patch).expectStatus().isOk().expectHeader()
                .valueEquals(HttpHeaders.ETAG, "\"2\"").expectBody(String.class)
                .value(json -> assertThat(json).contains(expected));
        client.put().uri(location).header(HttpHeaders.IF_MATCH, "\"1\"").contentType(MediaType.APPLICATION_JSON)
                .bodyValue("{\"customerId\": 1}").exchange().expectStatus().isEqualTo(412);
        client.delete().uri(location).exchange().expectStatus().isNoContent();
        client.get().uri(location).exchange().expectStatus().isNotFound();
    }

    @Test
    void everyChangeRaisesTheVersionOfTheCustomer() {
        String order = location(send(HttpMethod.POST, customer + "/orders", "{}"));
        expectCustomerVersion(2);
        send(HttpMethod.PATCH, order, "{\"totalAmount\": 5}").expectStatus().isOk();
        expectCustomerVersion(3);
        send(HttpMethod.POST, customer + "/addresses", "{\"city\": \"Köln\"}").expectStatus().isCreated();
        expectCustomerVersion(4);
        client.delete().uri(order).exchange().expectStatus().isNoContent();
        expectCustomerVersion(5);
    }

    private void expectCustomerVersion(int version) {
        client.get().uri(customer).exchange().expectHeader().valueEquals(HttpHeaders.ETAG, "\"" + version + "\"");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"/orders | {} | customerId | must be there",
            "/orders | {\"customerId\": 0} | customerId | must be positive",
            "/orders | {\"customerId\": 99999999999} | customerId | is too large a number",
            "/orders | {\"customerId\": 424242} | customerId | There is no customer with id 424242.",
            "/orders | {\"customerId\": \"1\"} | customerId | a number is wanted",
            "/orders | {\"customerId\": 1.5} | customerId | a number is wanted",
            "/orders | {\"customerId\": 1, \"totalAmount\": 0.001} | totalAmount | must have at most 2 decimals",
            "/orders | {\"customerId\": 1, \"totalAmount\": -1} | totalAmount | must be between 0 and 99999999.99",
            "/orders | {\"customerId\": 1, \"totalAmount\": 1e99999} | totalAmount | must be between 0 and",
            "/orders | {\"customerId\": 1, \"totalAmount\": \"9\"} | totalAmount | a number is wanted",
            "/orders | {\"customerId\": 1, \"orderDate\": \"2024-02-30\"} | orderDate | must be a day such as",
            "/orders | {\"customerId\": 1, \"orderDate\": \"+12024-01-01\"} | orderDate | must be a day such as",
            "/orders | {\"customerId\": 1, \"orderDate\": 20240101} | orderDate | a text is wanted",
            "/customers/1/orders | {\"customerId\": 2} | customerId | must be 1 as in the path",
            "/addresses | {\"customerId\": 1, \"zip\": \"123456789012345678901\"} | zip | at most 20 characters",
            "/addresses | {\"customerId\": 1, \"city\": \" \"} | city | must not be blank"})
    void aWrongFieldIsExplained(String path, String body, String field, String message) {
        send(HttpMethod.POST, path, body).expectStatus().isBadRequest().expectBody().jsonPath("$.errors[0].field")
                .isEqualTo(field).jsonPath("$.errors[0].message")
                .value(String.class, text -> assertThat(text).contains(message));
    }

    @Test
    void belongsToNobodyWhereThereIsNobody() {
        send(HttpMethod.POST, "/customers/424242/addresses", "{}").expectStatus().isNotFound().expectBody()
                .jsonPath("$.type").isEqualTo("urn:askwell:problem:customer-not-found");
        send(HttpMethod.PATCH, "/orders/1", "{\"customerId\": 424242}").expectStatus().isBadRequest();
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"\"", "\" \"", "\"5\"", "true", "[]"})
    void onlyNullClearsAnAmount(String value) {
        send(HttpMethod.PATCH, "/orders/1", "{\"totalAmount\": " + value + "}").expectStatus().isBadRequest()
                .expectBody()
                .jsonPath("$.errors[0].field").isEqualTo("totalAmount");
    }

    @Test
    void aRequestThatIsRepeatedCreatesOneOrder() {
        String key = UUID.randomUUID().toString();
        String first = location(keyed(key, "{\"totalAmount\": 7}"));

        assertThat(location(keyed(key, "{\"totalAmount\": 7}"))).isEqualTo(first);
        keyed(key, "{\"totalAmount\": 8}").expectStatus().isEqualTo(422);
        client.get().uri(customer + "/orders").exchange().expectBody().jsonPath("$.length()").isEqualTo(1);
    }

    private ResponseSpec keyed(String key, String body) {
        return client.post().uri(customer + "/orders").header("Idempotency-Key", key)
                .contentType(MediaType.APPLICATION_JSON).bodyValue(body).exchange();
    }

    private ResponseSpec send(HttpMethod method, String path, String body) {
        return client.method(method).uri(path).contentType(MediaType.APPLICATION_JSON).bodyValue(body).exchange();
    }

    private static String location(ResponseSpec response) {
        return String.valueOf(response.expectStatus().isCreated().expectBody().returnResult().getResponseHeaders()
                .getLocation());
    }
}
