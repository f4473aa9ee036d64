package io.askwell.bootstrap;

import static io.askwell.testkit.Patience.PATIENCE;
import static io.askwell.testkit.Patience.await;
import static org.assertj.core.api.Assertions.assertThat;

import io.askwell.testkit.postgres.TestPostgres;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.core.ParameterizedTypeReference;
import org.springframework.http.MediaType;
import org.springframework.http.codec.ServerSentEvent;
import org.springframework.test.web.reactive.server.WebTestClient;

/** Without a model: questions over HTTP that go on with those before them. */
class ConversationsTest {
    private static final ParameterizedTypeReference<Map<String, Object>> OBJECT = new ParameterizedTypeReference<>() {
    };
    private static final ParameterizedTypeReference<ServerSentEvent<Map<String, Object>>> EVENTS = new ParameterizedTypeReference<>() {
    };
    private static RunningAskwell askwell;

    @BeforeAll
    static void start() {
        askwell = RunningAskwell.on(TestPostgres.create(), "API_KEY=bob:other-key");
    }

    @AfterAll
    static void stop() {
        askwell.close();
    }

    @Test
    void aFollowUpTakesFromTheConversationWhatItLeavesOut() {
        assertThat(answers("talk", "How many orders has Alice Wonderland made?", "and Bob?", "What about in June 2024?",
                "And Alice?", "Who spent the most?", "only in July 2024")).containsExactly(
                        "Alice Wonderland has 2 orders.", "Bob Builder has 1 order.",
                        "Bob Builder has no orders whose order date is in June 2024.",
                        "Alice Wonderland has 1 order whose order date is in June 2024.",
                        "Alice Wonderland, with the highest sum of the total amount of orders: 400.00.",
                        "Bob Builder, with the highest sum of the total amount of orders whose order date is in July 2024: 99.99.");
    }

    @Test
    void theReadingIsTheWholeOne() {
        say(askwell.client(), "reading", "List all orders").jsonPath("$.reading").isEqualTo("Listed orders.");
        say(askwell.client(), "reading", "only Alice's").jsonPath("$.outcome").isEqualTo("answered");
        say(askwell.client(), "reading", "sort them by date").jsonPath("$.reading")
                .isEqualTo("Listed orders of the customer named Alice Wonderland, sorted by order date.")
                .jsonPath("$.conversationId").isEqualTo("reading");
    }

    @Test
    void aFollowUpToNothingIsDeclinedAndSaysWhatItTakes() {
        askwell.ask("and Bob?").expectBody().jsonPath("$.outcome").isEqualTo("declined")
                .jsonPath("$.conversationId").isEmpty().jsonPath("$.answer")
                .value((String answer) -> assertThat(answer).contains("conversationId"));
    }

    @Test
    void theSameIdIsAnotherConversationForAnotherKey() {
        WebTestClient bob = askwell.anonymous().mutate().defaultHeader("X-API-Key", "other-key").build();
        answers("shared", "How many orders has Alice Wonderland made?");

        say(bob, "shared", "and Bob?").jsonPath("$.outcome").isEqualTo("declined");

        assertThat(answers("shared", "and Bob?")).containsExactly("Bob Builder has 1 order.");
    }

    @Test
    void aConversationGoesOnAsAStreamAndAsARunThatIsFetchedLater() {
        answers("ways", "How many orders has Alice Wonderland made?");

        var events = post(askwell.client(), "ways", "and Bob?", MediaType.TEXT_EVENT_STREAM).expectStatus().isOk()
                .returnResult(EVENTS).getResponseBody().collectList().block(PATIENCE);
        assertThat(Objects.requireNonNull(events).getLast().data()).containsEntry("answer",
                "Bob Builder has 1 order.");

        String location = String.valueOf(askwell.client().post().uri("/agent/query").header("Prefer", "respond-async")
                .bodyValue(body("ways", "only in June 2024")).exchange().expectStatus().isAccepted().expectBody()
                .jsonPath("$.conversationId").isEqualTo("ways").returnResult().getResponseHeaders().getLocation());
        await().untilAsserted(() -> askwell.client().get().uri(location).exchange()
                .expectBody().jsonPath("$.conversationId").isEqualTo("ways").jsonPath("$.answer.answer")
                .isEqualTo("Bob Builder has no orders whose order date is in June 2024."));
        askwell.client().get().uri("/agent/runs?limit=1").exchange().expectBody().jsonPath("$[0].conversationId")
                .isEqualTo("ways");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "two words", "a/b", "ä",
            "12345678901234567890123456789012345678901234567890123456789012345"})
    void anIdOfAnotherFormIsAProblemThatNamesFieldAndLimit(String id) {
        for (MediaType accept : List.of(MediaType.APPLICATION_JSON, MediaType.TEXT_EVENT_STREAM)) {
            post(askwell.client(), id, "How many customers are there?", accept).expectStatus().isBadRequest()
                    .expectHeader().contentType(MediaType.APPLICATION_PROBLEM_JSON).expectBody()
                    .jsonPath("$.errors[0].field").isEqualTo("conversationId").jsonPath("$.errors[0].message")
                    .value((String message) -> assertThat(message).contains("64"));
        }
    }

    private static List<String> answers(String conversation, String... questions) {
        return List.of(questions).stream().map(question -> post(askwell.client(), conversation, question,
                MediaType.APPLICATION_JSON).expectStatus().isOk().expectBody(OBJECT).returnResult().getResponseBody())
                .map(answer -> String.valueOf(Objects.requireNonNull(answer).get("answer"))).toList();
    }

    private static WebTestClient.BodyContentSpec say(WebTestClient client, String conversation, String question) {
        return post(client, conversation, question, MediaType.APPLICATION_JSON).expectStatus().isOk().expectBody();
    }

    private static WebTestClient.ResponseSpec post(WebTestClient client, String conversation, String question,
            MediaType accept) {
        return client.post().uri("/agent/query").contentType(MediaType.APPLICATION_JSON).accept(accept)
                .bodyValue(body(conversation, question)).exchange();
    }

    private static Map<String, String> body(String conversation, String question) {
        return Map.of("question", question, "conversationId", conversation);
    }
}
