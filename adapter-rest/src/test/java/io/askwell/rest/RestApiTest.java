package io.askwell.rest;

import io.askwell.domain.access.ApiKeys;
import io.askwell.domain.access.port.in.Authenticate;
import io.askwell.domain.agent.AgentEvent;
import io.askwell.domain.agent.AgentEvent.Completed;
import io.askwell.domain.agent.AgentEvent.Failed;
import io.askwell.domain.agent.AgentEvent.RowsRead;
import io.askwell.domain.agent.EventId;
import io.askwell.domain.agent.Fault;
import io.askwell.domain.agent.Origin;
import io.askwell.domain.agent.Rows;
import io.askwell.domain.agent.RunEvent;
import io.askwell.domain.agent.RunId;
import io.askwell.domain.agent.Step;
import io.askwell.domain.agent.StepTiming;
import io.askwell.domain.agent.TokenUsage;
import io.askwell.domain.agent.Verdict;
import io.askwell.domain.agent.port.in.AgentQuery;
import io.askwell.domain.customer.Customer;
import io.askwell.domain.customer.CustomerDetails;
import io.askwell.domain.customer.CustomerId;
import io.askwell.domain.customer.CustomerNotFound;
import io.askwell.domain.customer.NewCustomer;
import io.askwell.domain.customer.Page;
import io.askwell.domain.customer.PageRequest;
import io.askwell.domain.customer.port.in.ManageCustomers;
import io.askwell.testkit.customer.InMemoryAddresses;
import io.askwell.testkit.customer.InMemoryCustomers;
import io.askwell.testkit.customer.InMemoryOrders;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webtestclient.autoconfigure.AutoConfigureWebTestClient;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.test.web.reactive.server.WebTestClient;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
@AutoConfigureWebTestClient
class RestApiTest {
    private static final String KEY = "test-key";

    @Autowired
    private WebTestClient anonymous;
    private WebTestClient client;

    @BeforeEach
    void bringAKey() {
        client = anonymous.mutate().defaultHeader("X-API-Key", KEY).build();
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
        anonymous.get().uri("/customers").header(HttpHeaders.AUTHORIZATION, "bearer " + KEY).exchange().expectStatus()
                .isOk();
    }

    @Test
    void apiDocsAreOpen() {
        anonymous.get().uri("/v3/api-docs").exchange().expectStatus().isOk().expectBody()
                .jsonPath("$.paths['/agent/query'].post.responses.503").exists()
                .jsonPath("$.paths['/customers/{id}'].get.responses.404.content['application/problem+json']").exists()
                .jsonPath("$.components.securitySchemes.apiKey.name").isEqualTo("X-API-Key");
        anonymous.get().uri("/swagger-ui.html").exchange().expectStatus().is3xxRedirection();
    }

    @Test
    void customersAreAPlainArray() {
        client.get().uri("/customers").exchange().expectStatus().isOk().expectHeader()
                .doesNotExist(HttpHeaders.LINK).expectBody()
                .json("""
                    [{"id": 1, "name": "Alice Wonderland", "email": "alice@example.com"},
                     {"id": 2, "name": "Bob Builder", "email": "bob@example.com"},
                     {"id": 3, "name": "Charlie Test", "email": "charlie@test.com"}]""");
    }

    @Test
    void aPageLinksToTheNext() {
        var links = client.get().uri("/customers?limit=2").exchange().expectStatus().isOk().expectBody()
                .jsonPath("$.length()").isEqualTo(2).returnResult().getResponseHeaders().get(HttpHeaders.LINK);
        String next = links.getFirst().replaceFirst("<(.*)>; rel=\"next\"", "$1");

        client.get().uri(next).exchange().expectStatus().isOk().expectHeader().doesNotExist(HttpHeaders.LINK)
                .expectBody().jsonPath("$[*].id").isEqualTo(3);
    }

    @ParameterizedTest
    @CsvSource({"limit=0, limit, 'must be between 1 and 500, but is 0'",
            "limit=501, limit, 'must be between 1 and 500'",
            "limit=many, limit, 'a number is wanted'", "cursor=!!, cursor, 'is not one'",
            "cursor=Y3VzdG9tZXI6LTE, cursor, 'is not one'"})
    void aWrongPageIsNamed(String query, String field, String message) {
        client.get().uri("/customers?" + query).exchange().expectStatus().isBadRequest()
                .expectBody().jsonPath("$.errors[0].field").isEqualTo(field)
                .jsonPath("$.errors[0].message").value(String.class, text -> org.assertj.core.api.Assertions
                        .assertThat(text).contains(message));
    }

    @Test
    void aCustomerComesWithOrdersAndAddresses() {
        client.get().uri("/customers/1").exchange().expectStatus().isOk().expectBody(String.class)
                .value(body -> org.assertj.core.api.Assertions.assertThat(body).contains("\"totalAmount\":150.00",
                        "\"orderDate\":\"2024-05-01\"", "\"street\":\"123 Apple St\""));
    }

    @ParameterizedTest
    @CsvSource({"99, 404", "0, 404", "-1, 404", "99999999999999999999, 404", "abc, 400", "1.5, 400"})
    void aCustomerThatIsNotThereIsToldFromAnIdThatIsNone(String id, int status) {
        client.get().uri("/customers/" + id).exchange().expectStatus().isEqualTo(status)
                .expectHeader().contentType(MediaType.APPLICATION_PROBLEM_JSON);
    }

    @Test
    void aCustomerIsCreated() {
        var location = client.post().uri("/customers").contentType(MediaType.APPLICATION_JSON).bodyValue("""
            {"name": "Dana Scully", "email": "dana@example.com"}""").exchange().expectStatus().isCreated()
                .expectBody().jsonPath("$.name").isEqualTo("Dana Scully").returnResult().getResponseHeaders()
                .getLocation();

        client.get().uri(location.toString()).exchange().expectStatus().isOk();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"{\"name\": \"\", \"email\": \"x\"} | 400 | name", "{} | 400 | name",
            "{\"name\": 5, \"email\": \"a@b.c\"} | 400 | name", "{\"nam\": \"A\"} | 400 | nam",
            "{\"name\": {\"first\": 1}} | 400 | name", "[] | 400 | body", "{\"name\": | 400 | body",
            "nonsense | 400 | body"})
    void aWrongBodyIsExplained(String body, int status, String field) {
        client.post().uri("/customers").contentType(MediaType.APPLICATION_JSON).bodyValue(body).exchange()
                .expectStatus().isEqualTo(status).expectHeader().contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .expectBody().jsonPath("$.type").isEqualTo("urn:askwell:problem:invalid-request")
                .jsonPath("$.errors[0].field").isEqualTo(field);
    }

    @Test
    void anEmailAlreadyTakenIsAConflictOfThatField() {
        client.post().uri("/customers").contentType(MediaType.APPLICATION_JSON).bodyValue("""
            {"name": "Another Bob", "email": "BOB@example.com"}""").exchange().expectStatus().isEqualTo(409)
                .expectBody().jsonPath("$.type").isEqualTo("urn:askwell:problem:email-already-taken")
                .jsonPath("$.errors[0].field").isEqualTo("email");
    }

    @Test
    void aMissingBodyIsExplained() {
        client.post().uri("/customers").contentType(MediaType.APPLICATION_JSON).exchange().expectStatus().isBadRequest()
                .expectBody().jsonPath("$.errors[0].field").isEqualTo("body");
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
    void aMistakeOfOursTellsNothing() {
        client.get().uri("/customers/666").exchange().expectStatus().isEqualTo(500).expectBody()
                .jsonPath("$.detail").isEqualTo("Something went wrong on our side.");
    }

    @Test
    void anAnswerCarriesAllOfItsRun() {
        ask("{\"question\": \"How many?\"}").expectStatus().isOk().expectHeader()
                .contentType(MediaType.APPLICATION_JSON)
                .expectBody().json("""
                    {"runId": "run-1", "question": "How many?", "outcome": "answered", "answer": "There are 2.",
                     "sql": "SELECT 1", "origin": "model", "reading": "Counted them.", "readings": [],
                     "columns": ["n", "day"], "rows": [[2.50, null]], "truncated": true,
                     "steps": [{"name": "execute", "ms": 3}],
                     "usage": {"promptTokens": 5, "completionTokens": 7, "totalTokens": 12}}""",
                        org.springframework.test.json.JsonCompareMode.STRICT);
    }

    @Test
    void aFailedRunIsUnavailable() {
        ask("{\"question\": \"fail\"}").expectStatus().isEqualTo(503).expectBody()
                .jsonPath("$.type").isEqualTo("urn:askwell:problem:model-unavailable")
                .jsonPath("$.detail").isEqualTo("The model sleeps.");
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

    @SpringBootConfiguration(proxyBeanMethods = false)
    @EnableAutoConfiguration
    @Import(RestConfiguration.class)
    static class Application {
        @Bean
        Authenticate authenticate() {
            return ApiKeys.parse(KEY)::owner;
        }

        @Bean
        AgentQuery agentQuery() {
            return ask -> Flux.just(ask.question().text().equals("fail")
                    ? run(new Failed(Fault.MODEL_UNAVAILABLE, "The model sleeps."))
                    : run(new RowsRead(new Rows(List.of("n", "day"),
                            List.of(Arrays.asList(new BigDecimal("2.50"), null)), true)),
                            new Completed(new Verdict.Answered("SELECT 1", Origin.MODEL, Optional.of("Counted them.")),
                                    "There are 2.", new TokenUsage(5, 7), List.of(new StepTiming(Step.EXECUTE, 3)))))
                    .flatMapIterable(events -> events);
        }

        private static List<RunEvent> run(AgentEvent... events) {
            return java.util.stream.IntStream.range(0, events.length)
                    .mapToObj(i -> new RunEvent(new RunId("run-1"), new EventId(1, i + 1L), events[i])).toList();
        }

        @Bean
        ManageCustomers manageCustomers() {
            return new StoredCustomers();
        }
    }

    /** Customers in memory; number 666 breaks. */
    static class StoredCustomers implements ManageCustomers {
        private final InMemoryCustomers customers = new InMemoryCustomers();

        @Override
        public Mono<Page> list(PageRequest request) {
            return customers.list(request.after(), request.limit()).filter(customer -> customer.id().value() <= 3)
                    .collectList().map(items -> new Page(items, items.size() < request.limit()
                            ? Optional.empty()
                            : Optional.of(items.getLast().id())));
        }

        @Override
        public Mono<CustomerDetails> find(CustomerId id) {
            if (id.value() == 666) {
                return Mono.error(new IllegalStateException("secret detail"));
            }
            return customers.find(id).switchIfEmpty(Mono.error(new CustomerNotFound(String.valueOf(id.value()))))
                    .flatMap(customer -> Mono.zip(new InMemoryOrders().of(id).collectList(),
                            new InMemoryAddresses().of(id).collectList(),
                            (orders, addresses) -> new CustomerDetails(customer, orders, addresses)));
        }

        @Override
        public Mono<Customer> create(NewCustomer customer) {
            return customers.add(customer);
        }
    }
}
