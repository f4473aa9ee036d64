package io.askwell.bootstrap;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.containing;
import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.matchingJsonPath;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.options;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.client.MappingBuilder;
import com.github.tomakehurst.wiremock.stubbing.Scenario;
import io.askwell.testkit.postgres.TestDatabase;
import io.askwell.testkit.postgres.TestPostgres;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.http.codec.ServerSentEvent;

/** With a model: an OpenAI-compatible server that replies by script, in dribbles. */
class ModelTest {
    private static final WireMockServer model = new WireMockServer(options().dynamicPort().http2PlainDisabled(true));
    private static TestDatabase database;
    private static RunningAskwell askwell;

    @BeforeAll
    static void start() {
        model.start();
        database = TestPostgres.create();
        askwell = RunningAskwell.on(database, "LLM_BASE_URL=" + model.baseUrl() + "/v1",
                "LLM_API_KEY=model-key", "LLM_MODEL=scripted", "askwell.model.first-token-timeout=3s",
                "askwell.model.token-timeout=10m", "AGENT_DEADLINE=10m");
        // What is done for the first time should not pass for a slow model.
        askwell.ask("Which customer will churn next month?").expectStatus().isEqualTo(503);
    }

    @AfterAll
    static void stop() {
        askwell.close();
        model.stop();
    }

    @BeforeEach
    void forget() {
        model.resetAll();
    }

    @Test
    void draftsSqlByAToolCallAndStreamsAnAnswerGroundedInTheRows() {
        model.stubFor(draft().willReturn(dribble(runSql("Sum by customer.",
                "SELECT name FROM customer ORDER BY id LIMIT 1"))));
        model.stubFor(answer().withRequestBody(containing("Alice Wonderland"))
                .willReturn(dribble(text("The ", "first ", "customer ", "is ", "Alice."))
                        .withChunkedDribbleDelay(8, 2_000)));

        var events = askwell.events("Whom did we serve first?").collectList().block();

        assertThat(events).extracting(ServerSentEvent::event).containsSubsequence("step", "thought", "sqlQuery",
                "queryResult", "answerChunk", "answerChunk", "answerChunk", "answerComplete");
        assertThat(events.getLast().data()).containsEntry("answer", "The first customer is Alice.")
                .containsEntry("origin", "model")
                .containsEntry("usage", Map.of("promptTokens", 20, "completionTokens", 10, "totalTokens", 30));
        model.verify(2, postRequestedFor(urlEqualTo("/v1/chat/completions"))
                .withHeader("Authorization", equalTo("Bearer model-key"))
                .withRequestBody(matchingJsonPath("$.model", equalTo("scripted"))));
        model.verify(1, postRequestedFor(urlEqualTo("/v1/chat/completions"))
                .withRequestBody(matchingJsonPath("$.tools[0].function.name", equalTo("run_sql"))));
    }

    /** The questions that the grammar answers too: the rows decide here, since the scripted answer waits for them. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
            "How many orders has Alice Wonderland made? | SELECT count(*) AS n FROM orders o JOIN customer c ON c.id = o.customer_id WHERE c.name = 'Alice Wonderland' | [[2]]",
            "Which customers live in Wonderland? | SELECT DISTINCT c.name FROM customer c JOIN address a ON a.customer_id = c.id WHERE a.city = 'Wonderland' | [[\"Alice Wonderland\"]]",
            "List all customers with no orders. | SELECT name FROM customer c WHERE NOT EXISTS (SELECT 1 FROM orders o WHERE o.customer_id = c.id) | [[\"Charlie Test\"]]",
            "What is the total amount spent by each customer? | SELECT c.name, coalesce(sum(o.total_amount), 0) AS total FROM customer c LEFT JOIN orders o ON o.customer_id = c.id GROUP BY c.id, c.name ORDER BY c.id | [\"Charlie Test\",0]]",
            "Who spent the most? | SELECT c.name FROM customer c JOIN orders o ON o.customer_id = c.id GROUP BY c.id, c.name ORDER BY sum(o.total_amount) DESC LIMIT 1 | [[\"Alice Wonderland\"]]",
            "What is Bob Builder's email? | SELECT email FROM customer WHERE name = 'Bob Builder' | [[\"bob@example.com\"]]",
            "How many orders has Zed Nobody made? | SELECT name FROM customer WHERE name = 'Zed Nobody' | []"})
    void answersTheQuestionsOfTheGrammarToo(String question, String sql, String rows) {
        model.stubFor(draft().withRequestBody(containing(question)).willReturn(dribble(runSql("As asked.", sql))));
        model.stubFor(answer().withRequestBody(containing(question))
                .withRequestBody(containing(rows.replace("\"", "\\\"")))
                .willReturn(dribble(text("No ", "doubt: ", "here."))));

        var events = askwell.events(question).collectList().block();

        assertThat(events).filteredOn(event -> "answerChunk".equals(event.event()))
                .extracting(event -> String.valueOf(event.data().get("chunk")))
                .satisfies(chunks -> assertThat(String.join("", chunks)).isEqualTo("No doubt: here."));
        assertThat(events.getLast().data()).containsEntry("outcome", "answered").containsEntry("origin", "model")
                .containsEntry("question", question).containsEntry("answer", "No doubt: here.");
    }

    @Test
    void answersAsJsonToo() {
        model.stubFor(draft().willReturn(dribble(runSql("Count.", "SELECT count(*) AS n FROM orders"))));
        model.stubFor(answer().willReturn(dribble(text("There are ", "3 orders."))));

        assertThat(askwell.answer("How many?")).containsEntry("answer", "There are 3 orders.")
                .containsEntry("origin", "model").containsEntry("columns", List.of("n"))
                .containsEntry("rows", List.of(List.of(3)));
    }

    @Test
    void mendsAWrongColumnOnce() {
        model.stubFor(draft().inScenario("repair").whenScenarioStateIs(Scenario.STARTED).willSetStateTo("told")
                .willReturn(dribble(runSql("Names.", "SELECT customer.nam FROM customer"))));
        model.stubFor(
                draft().inScenario("repair").whenScenarioStateIs("told")
                        .withRequestBody(containing("the columns of public.customer are [id, name, email]"))
                        .willReturn(dribble(runSql("Names.", "SELECT customer.name FROM customer"))));
        model.stubFor(answer().willReturn(dribble(text("Three ", "names."))));

        Map<String, Object> answer = askwell.answer("What are they called?");

        assertThat((String) answer.get("sql")).contains("customer.name");
        assertThat((List<?>) answer.get("rows")).hasSize(3);
        assertThat(RunningAskwell.stepNames(answer)).containsExactly("recall", "draft", "execute", "repair", "execute",
                "answer");
    }

    @Test
    void refusesToWriteWhateverTheModelSays() {
        model.stubFor(draft().willReturn(dribble(runSql("Delete.", "DELETE FROM orders"))));

        assertThat(askwell.answer("Tidy up!")).containsEntry("outcome", "declined").extractingByKey("answer").asString()
                .contains("only reads");
        assertThat(database.query("SELECT count(*) FROM orders")).containsExactly("3");
    }

    @Test
    void aDeadModelIsUnavailableWhereTheGrammarCannotStepIn() {
        model.stubFor(post(urlEqualTo("/v1/chat/completions")).willReturn(aResponse().withStatus(500)));

        askwell.ask("Which customer will churn next month?").expectStatus().isEqualTo(503).expectBody()
                .jsonPath("$.type").isEqualTo("urn:askwell:problem:model-unavailable");
        var events = askwell.events("Which customer will churn next month?").collectList().block();
        assertThat(events.getLast().event()).isEqualTo("error");
        assertThat(events.getLast().data()).containsEntry("type", "model-unavailable");
    }

    @Test
    void aSlowModelIsGivenUpInTime() {
        model.stubFor(post(urlEqualTo("/v1/chat/completions")).willReturn(aResponse().withFixedDelay(10_000)));

        askwell.ask("Which customer will churn next month?").expectStatus().isEqualTo(503).expectBody()
                .jsonPath("$.type").isEqualTo("urn:askwell:problem:model-unavailable")
                .jsonPath("$.detail").value((String detail) -> assertThat(detail).contains("in time"));
    }

    @Test
    void theGrammarStepsInForADeadModel() {
        model.stubFor(post(urlEqualTo("/v1/chat/completions")).willReturn(aResponse().withStatus(503)));

        assertThat(askwell.answer("How many orders has Alice Wonderland made?")).containsEntry("origin", "grammar")
                .containsEntry("outcome", "answered");
    }

    private static MappingBuilder draft() {
        return post(urlEqualTo("/v1/chat/completions")).withRequestBody(containing("run_sql\""))
                .withRequestBody(matchingJsonPath("$.tools"));
    }

    private static MappingBuilder answer() {
        return post(urlEqualTo("/v1/chat/completions")).withRequestBody(matchingJsonPath("$[?(!@.tools)]"));
    }

    private static com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder dribble(Stream<String> chunks) {
        String body = chunks.map(chunk -> "data: " + chunk + "\n\n").collect(Collectors.joining());
        return aResponse().withHeader("Content-Type", "text/event-stream").withBody(body)
                .withChunkedDribbleDelay(8, 200);
    }

    private static Stream<String> text(String... tokens) {
        return finished(Stream.of(tokens).map(token -> chunk("{\"content\":\"" + token + "\"}", null)), "stop");
    }

    private static Stream<String> runSql(String thought, String sql) {
        String arguments = "{\\\"thought\\\":\\\"" + thought
                + "\\\",\\\"tables\\\":[\\\"customer\\\"],\\\"sql\\\":\\\"";
        return finished(Stream.of(chunk("""
            {"tool_calls":[{"index":0,"id":"c1","type":"function","function":{"name":"run_sql","arguments":"%s"}}]}"""
                .formatted(arguments), null), chunk("""
                    {"tool_calls":[{"index":0,"function":{"arguments":"%s\\"}"}}]}""".formatted(sql), null)),
                "tool_calls");
    }

    private static Stream<String> finished(Stream<String> chunks, String reason) {
        return Stream.concat(chunks, Stream.of(chunk("{}", reason), """
            {"id":"x","object":"chat.completion.chunk","created":1,"model":"scripted","choices":[],\
            "usage":{"prompt_tokens":10,"completion_tokens":5,"total_tokens":15}}""", "[DONE]"));
    }

    private static String chunk(String delta, String finishReason) {
        return """
            {"id":"x","object":"chat.completion.chunk","created":1,"model":"scripted",\
            "choices":[{"index":0,"delta":%s,"finish_reason":%s}]}""".formatted(delta,
                finishReason == null ? "null" : '"' + finishReason + '"');
    }
}
