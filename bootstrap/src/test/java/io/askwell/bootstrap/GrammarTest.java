package io.askwell.bootstrap;

import static io.askwell.testkit.Patience.await;
import static org.assertj.core.api.Assertions.assertThat;

import io.askwell.testkit.postgres.TestDatabase;
import io.askwell.testkit.postgres.TestPostgres;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.http.MediaType;
import org.springframework.http.codec.ServerSentEvent;

/** Without a model: questions over HTTP, answered by the grammar from a real Postgres. */
class GrammarTest {
    private static TestDatabase database;
    private static RunningAskwell askwell;

    @BeforeAll
    static void start() {
        database = TestPostgres.create();
        askwell = RunningAskwell.on(database);
    }

    /** Each test begins with the sample rows alone. */
    @AfterEach
    void forgetNewCustomers() {
        database.execute("DELETE FROM public.customer WHERE id > 3");
    }

    @AfterAll
    static void stop() {
        askwell.close();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"How many orders has Alice Wonderland made? | 2",
            "Which customers live in Wonderland? | Alice Wonderland",
            "List all customers with no orders. | Charlie Test", "Who spent the most? | Alice Wonderland",
            "What is Bob Builder's email? | bob@example.com"})
    void answersWithTheSqlThatRan(String question, String part) {
        Map<String, Object> answer = askwell.answer(question);

        assertThat(answer).containsEntry("outcome", "answered").containsEntry("origin", "grammar")
                .containsEntry("question", question);
        assertThat((String) answer.get("answer")).contains(part);
        assertThat((String) answer.get("sql")).startsWith("SELECT");
        assertThat((String) answer.get("reading")).isNotBlank();
        assertThat((List<?>) answer.get("rows")).hasSize(1);
        assertThat((List<?>) answer.get("columns")).isNotEmpty();
        assertThat(RunningAskwell.stepNames(answer)).containsExactly("recall", "interpret", "execute", "answer");
    }

    @Test
    void sumsWhatEachCustomerSpentTheirLackIncluded() {
        Map<String, Object> answer = askwell.answer("What is the total amount spent by each customer?");

        assertThat((String) answer.get("answer")).contains("400.00", "99.99", "Charlie Test");
        assertThat((List<?>) answer.get("rows")).hasSize(3);
    }

    @Test
    void saysThatThereIsNoSuchCustomer() {
        assertThat((String) askwell.answer("How many orders has Zed Nobody made?").get("answer"))
                .contains("no customer named Zed Nobody");
    }

    @Test
    void declinesWhatItDoesNotUnderstandAndNamesTheWord() {
        Map<String, Object> answer = askwell.answer("Which customer will churn next month?");

        assertThat(answer).containsEntry("outcome", "declined").containsEntry("sql", null);
        assertThat((String) answer.get("answer")).contains("churn");
    }

    @Test
    void showsWithoutARunHowAQuestionIsRead() {
        askwell.client().post().uri("/agent/dry-run").contentType(MediaType.APPLICATION_JSON)
                .bodyValue("{\"question\": \"How many orders has Alice Wonderland made?\"}").exchange().expectStatus()
                .isOk().expectBody().jsonPath("$.outcome").isEqualTo("understood")
                .jsonPath("$.readings[0]").isEqualTo("Counted orders of the customer named Alice Wonderland.")
                .jsonPath("$.sql").value(String.class, sql -> assertThat(sql).startsWith("SELECT count(*)"))
                .jsonPath("$.words[?(@.text == 'Alice Wonderland')].meanings[0].meaning")
                .isEqualTo("Alice Wonderland of public.customer.name")
                .jsonPath("$.words[?(@.text == 'orders')].meanings[?(@.kind == 'table')].meaning")
                .isEqualTo("public.orders");
        askwell.client().post().uri("/agent/dry-run").contentType(MediaType.APPLICATION_JSON)
                .bodyValue("{\"question\": \"Which customer will churn?\"}").exchange().expectStatus().isOk()
                .expectBody()
                .jsonPath("$.outcome").isEqualTo("declined").jsonPath("$.sql").isEmpty()
                .jsonPath("$.words[?(@.text == 'churn')].meanings[0]").doesNotExist();
    }

    @Test
    void streamsEachStepAsItHappens() {
        var events = askwell.events("How many orders has Alice Wonderland made?").collectList().block();

        assertThat(events).extracting(ServerSentEvent::event).containsSubsequence("step", "thought", "sqlQuery", "step",
                "queryResult", "step", "answerChunk", "answerChunk", "answerComplete");
        assertThat(events).extracting(ServerSentEvent::id).startsWith("1.1", "1.2").doesNotHaveDuplicates();
        String chunks = events.stream().filter(event -> "answerChunk".equals(event.event()))
                .map(event -> (String) event.data().get("chunk")).reduce("", String::concat);
        assertThat(events.getLast().data()).containsEntry("answer", chunks)
                .containsEntry("question", "How many orders has Alice Wonderland made?");
        assertThat(events).extracting(event -> event.data().get("runId")).containsOnly(
                events.getFirst().data().get("runId"));
    }

    @Test
    void knowsACustomerTheMomentItIsCreated() {
        askwell.client().post().uri("/customers").contentType(MediaType.APPLICATION_JSON)
                .bodyValue("{\"name\": \"Dana Scully\", \"email\": \"dana@example.com\"}").exchange().expectStatus()
                .isCreated();

        assertThat((String) askwell.answer("What is Dana Scully's email?").get("answer")).contains("dana@example.com");
        askwell.client().get().uri("/customers").exchange().expectBody().jsonPath("$[3].name").isEqualTo("Dana Scully");
    }

    @Test
    void understandsATableThatIsCreatedMeanwhile() throws InterruptedException {
        assertThat(askwell.answer("How many suppliers are there?")).containsEntry("outcome", "declined");
        database.execute("""
            CREATE TABLE public.supplier (id int PRIMARY KEY, name text, town text);
            INSERT INTO public.supplier VALUES (1, 'Acme', 'Oldtown'), (2, 'Globex', 'Newtown')""");
        try {
            awaitOutcome("answered", "How many suppliers are there?");
            assertThat((String) askwell.answer("suppliers in Oldtown").get("answer")).contains("Acme");
            database.execute(
                    "ALTER TABLE public.supplier ADD COLUMN rating int; UPDATE public.supplier SET rating = id");
            awaitOutcome("answered", "suppliers with a rating over 1");
        } finally {
            database.execute("DROP TABLE public.supplier");
        }
        awaitOutcome("declined", "How many suppliers are there?");
    }

    /** The catalogue may be ten seconds old. */
    private static void awaitOutcome(String outcome, String question) {
        await().pollInterval(Duration.ofMillis(500))
                .until(() -> outcome.equals(askwell.answer(question).get("outcome")));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"*/* | application/json", "application/json | application/json",
            "text/event-stream | text/event-stream", "text/event-stream, */* | text/event-stream"})
    void theAcceptHeaderDecidesBetweenJsonAndAStream(String accept, String type) {
        askwell.client().post().uri("/agent/query").header("Accept", accept).contentType(MediaType.APPLICATION_JSON)
                .bodyValue("{\"question\": \"How many customers are there?\"}").exchange().expectStatus().isOk()
                .expectHeader().contentTypeCompatibleWith(type);
    }

    @Test
    void anythingElseIsNotAcceptable() {
        askwell.client().post().uri("/agent/query").accept(MediaType.TEXT_HTML).contentType(MediaType.APPLICATION_JSON)
                .bodyValue("{\"question\": \"How many customers are there?\"}").exchange().expectStatus()
                .isEqualTo(406);
    }

    @Test
    void aBadQuestionIsAProblemOnBothRoutes() {
        for (MediaType accept : List.of(MediaType.APPLICATION_JSON, MediaType.TEXT_EVENT_STREAM)) {
            for (String body : List.of("{\"question\": \"\"}", "{}", "{\"question\": 5}", "{\"question\":", "")) {
                askwell.client().post().uri("/agent/query").accept(accept).contentType(MediaType.APPLICATION_JSON)
                        .bodyValue(body).exchange().expectStatus().isBadRequest().expectHeader()
                        .contentType(MediaType.APPLICATION_PROBLEM_JSON);
            }
        }
    }

    @Test
    void aModelThatIsNotConfiguredCannotBeAskedFor() {
        askwell.client().post().uri("/agent/query").contentType(MediaType.APPLICATION_JSON)
                .bodyValue("{\"question\": \"Who?\", \"mode\": \"model\"}").exchange().expectStatus().isBadRequest()
                .expectBody().jsonPath("$.errors[0].field").isEqualTo("mode");
    }

    @Test
    void healthIsOpenAndEverythingElseIsNot() {
        askwell.anonymous().get().uri("/health").exchange().expectStatus().isOk().expectBody().jsonPath("$.status")
                .isEqualTo("UP");
        askwell.anonymous().get().uri("/health/liveness").exchange().expectStatus().isOk();
        askwell.anonymous().post().uri("/agent/query").accept(MediaType.TEXT_EVENT_STREAM)
                .contentType(MediaType.APPLICATION_JSON).bodyValue("{\"question\": \"Who?\"}").exchange().expectStatus()
                .isUnauthorized();
    }
}
