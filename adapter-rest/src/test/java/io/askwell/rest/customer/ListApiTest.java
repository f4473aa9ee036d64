package io.askwell.rest.customer;

import static org.assertj.core.api.Assertions.assertThat;

import io.askwell.rest.RestApplication;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webtestclient.autoconfigure.AutoConfigureWebTestClient;
import org.springframework.core.ParameterizedTypeReference;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.json.JsonCompareMode;
import org.springframework.test.web.reactive.server.WebTestClient;

/** On the sample rows alone. */
@SpringBootTest(classes = RestApplication.class, webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
@AutoConfigureWebTestClient(timeout = "30s")
@DirtiesContext(classMode = DirtiesContext.ClassMode.BEFORE_CLASS)
class ListApiTest {
    private static final Pattern NEXT = Pattern.compile("<(.*)>; rel=\"next\"");
    private WebTestClient client;

    @BeforeEach
    void bringAKey(@Autowired WebTestClient anonymous) {
        client = anonymous.mutate().defaultHeader("X-API-Key", RestApplication.KEY).build();
    }

    @Test
    void customersAreAPlainArray() {
        client.get().uri("/customers").exchange().expectStatus().isOk().expectHeader()
                .contentType(MediaType.APPLICATION_JSON).expectHeader().doesNotExist(HttpHeaders.LINK).expectBody()
                .json("""
                    [{"id": 1, "name": "Alice Wonderland", "email": "alice@example.com"},
                     {"id": 2, "name": "Bob Builder", "email": "bob@example.com"},
                     {"id": 3, "name": "Charlie Test", "email": "charlie@test.com"}]""", JsonCompareMode.STRICT);
    }

    @Test
    void ordersAndAddressesAreToo() {
        client.get().uri("/orders?limit=1").exchange().expectBody(String.class).isEqualTo(
                "[{\"id\":1,\"customerId\":1,\"orderDate\":\"2024-05-01\",\"totalAmount\":150.00}]");
        client.get().uri("/addresses?limit=1").exchange().expectBody().json("""
            [{"id": 1, "customerId": 1, "type": "billing", "street": "123 Apple St", "city": "Wonderland",
              "zip": "10001", "country": "Fantasy"}]""", JsonCompareMode.STRICT);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"/customers?limit=2 | 1 2 3", "/customers?limit=1&sort=-name | 3 2 1",
            "/customers?limit=1&sort=email&country=USA | 2 3", "/customers?limit=1&name=e&include=orders | 1 2 3",
            "/orders?limit=2&sort=-totalAmount | 2 1 3", "/orders?limit=1&sort=orderDate | 1 2 3",
            "/customers/1/orders?limit=1&sort=-id | 2 1", "/addresses?limit=2&sort=country | 1 2 3 4 5"})
    void theLinksLeadThroughTheWholeListInItsOrder(String first, String ids) {
        var seen = new ArrayList<String>();
        for (String next = first; next != null; next = follow(next, seen)) {
            assertThat(seen).hasSizeLessThan(10);
        }
        assertThat(String.join(" ", seen)).isEqualTo(ids);
    }

    private String follow(String path, List<String> seen) {
        var page = client.get().uri(path).exchange().expectStatus().isOk()
                .expectBody(new ParameterizedTypeReference<List<Map<String, Object>>>() {
                }).returnResult();
        page.getResponseBody().forEach(item -> seen.add(String.valueOf(item.get("id"))));
        String link = page.getResponseHeaders().getFirst(HttpHeaders.LINK);
        return link == null ? null : NEXT.matcher(link).replaceFirst("$1");
    }

    @ParameterizedTest
    @CsvSource({"/customers?name=BUILD, 2", "/customers?email=BOB@example.com, 2", "/customers?city=testville, 3",
            "/customers?country=Fantasy, 1", "/customers?orderDateFrom=2024-07-01&orderDateTo=2024-07-31, 2",
            "/customers?totalAmountMin=200, 1", "/orders?customerId=2, 3", "/orders?totalAmountMax=100, 3",
            "/orders?orderDateTo=2024-05-01, 1", "/addresses?customerId=2, 3",
            "/addresses?type=billing&city=Wonderland, 1"})
    void filtersNarrowTheList(String path, int id) {
        client.get().uri(path).exchange().expectStatus().isOk().expectBody().jsonPath("$.length()").isEqualTo(1)
                .jsonPath("$[0].id").isEqualTo(id);
    }

    @ParameterizedTest
    @CsvSource({"/customers?limit=0, limit, 'must be between 1 and 500, but is 0'",
            "/customers?limit=501, limit, 'must be between 1 and 500'", "/orders?limit=many, limit, a whole number",
            "/orders?limit=٥, limit, a whole number",
            "/orders?limit=99999999999, limit, a whole number",
            "/customers?cursor=!!, cursor, is not one", "/customers?cursor=Y3VzdG9tZXI6LTE, cursor, is not one",
            "/customers?sort=age, sort, 'must be one of id, name, email'", "/orders?sort=--id, sort, must be one of",
            "/customers?nme=x, nme, is not a known parameter",
            "/customers?name=a&name=b, name, must not stand there twice",
            "/customers?name=, name, must not be blank",
            "/orders?orderDateFrom=2024-13-01, orderDateFrom, must be a day",
            "/orders?orderDateFrom=2024-02-02&orderDateTo=2024-01-01, orderDateFrom, must not be above orderDateTo",
            "/orders?totalAmountMin=much, totalAmountMin, must be a number",
            "/orders?totalAmountMin=1e999999999, totalAmountMin, must be between 0 and",
            "/customers/1/orders?customerId=1, customerId, is not a known parameter"})
    void aWrongParameterIsNamed(String path, String field, String message) {
        client.get().uri(path).exchange().expectStatus().isBadRequest().expectBody().jsonPath("$.errors[0].field")
                .isEqualTo(field).jsonPath("$.errors[0].message")
                .value(String.class, text -> assertThat(text).contains(message));
    }

    @Test
    void aCursorOfAnotherOrderIsRefused() {
        String link = client.get().uri("/customers?limit=1&sort=name").exchange().expectBody().returnResult()
                .getResponseHeaders().getFirst(HttpHeaders.LINK);
        String next = NEXT.matcher(link).replaceFirst("$1");

        client.get().uri(next.replace("sort=name", "sort=-name")).exchange().expectStatus().isBadRequest();
    }

    @Test
    void theOrdersOfNobodyAreNotFound() {
        client.get().uri("/customers/99/orders").exchange().expectStatus().isNotFound();
        client.get().uri("/customers/99/orders").accept(MediaType.APPLICATION_NDJSON).exchange().expectStatus()
                .isNotFound();
        client.get().uri("/customers/3/orders").exchange().expectStatus().isOk().expectBody().json("[]");
    }

    @Test
    void asLinesTheWholeListIsStreamed() {
        assertThat(lines("/customers?include=addresses")).hasSize(3).first().asString()
                .startsWith("{\"id\":1,\"name\":\"Alice Wonderland\"").contains("Wonderland").doesNotContain("orders");
        assertThat(lines("/orders")).hasSize(3);
        assertThat(lines("/addresses?sort=-id&limit=2")).hasSize(2).first().asString().startsWith("{\"id\":5,");
        assertThat(lines("/customers/1/orders?sort=-id")).hasSize(2).first().asString().startsWith("{\"id\":2,");
        client.get().uri("/customers/3/orders").accept(MediaType.APPLICATION_NDJSON).exchange().expectStatus().isOk()
                .expectBody().isEmpty();
        client.get().uri("/customers?limit=x").accept(MediaType.APPLICATION_NDJSON).exchange().expectStatus()
                .isBadRequest().expectHeader().contentType(MediaType.APPLICATION_PROBLEM_JSON);
    }

    private List<String> lines(String path) {
        return client.get().uri(path).accept(MediaType.APPLICATION_NDJSON).exchange().expectStatus().isOk()
                .expectHeader().contentType(MediaType.APPLICATION_NDJSON).expectBody(String.class).returnResult()
                .getResponseBody().lines().toList();
    }
}
