package io.askwell.bootstrap;

import static io.askwell.testkit.model.ScriptedReply.runSql;
import static io.askwell.testkit.model.ScriptedReply.text;
import static org.assertj.core.api.Assertions.assertThat;

import io.askwell.testkit.model.ScriptedModel;
import io.askwell.testkit.postgres.TestDatabase;
import io.askwell.testkit.postgres.TestPostgres;
import java.util.Collection;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.MediaType;
import org.springframework.http.codec.ServerSentEvent;
import org.springframework.test.web.reactive.server.WebTestClient;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/** Budgets as clients meet them. */
class BudgetsOnPostgresTest {
    private static final String EASY = "How many orders has Alice Wonderland made?";
    /** The grammar does not know what it means. */
    private static final String HARD = "Which customer will churn next month?";
    private static final String SQL = "SELECT name FROM customer ORDER BY id LIMIT 1";
    private final ScriptedModel model = ScriptedModel.start();
    private TestDatabase database;

    @BeforeEach
    void open() {
        database = TestPostgres.create();
    }

    @AfterEach
    void close() {
        model.close();
    }

    @Test
    void withoutLimitsWhatIsSpentIsCountedAllTheSame() {
        try (var askwell = start("LLM_PRICE_IN=2", "LLM_PRICE_OUT=10")) {
            model.reply(runSql("", SQL).usage(1_000, 20), text("Alice ", "will.").usage(500, 5));
            askwell.answer(HARD);

            usage(askwell).jsonPath("$.key").isEqualTo("default")
                    .jsonPath("$.questions.used").isEqualTo(1).jsonPath("$.questions.limit").isEqualTo(null)
                    .jsonPath("$.tokens.used").isEqualTo(1_525).jsonPath("$.tokens.remaining").isEqualTo(null)
                    .jsonPath("$.money.used").isEqualTo(0.00325);
        }
    }

    @Test
    void aRunThatWouldPassItsBudgetStopsMidwayWithAnEvent() {
        try (var askwell = start("BUDGET_TOKENS_PER_RUN=50000")) {
            model.reply(runSql("", SQL).usage(49_900, 20));

            var events = Objects.requireNonNull(askwell.events(HARD).collectList().block());

            assertThat(events).extracting(ServerSentEvent::event).contains("sqlQuery", "queryResult")
                    .doesNotContain("answerChunk").endsWith("error");
            assertThat(events.getLast().data()).containsEntry("type", "budget-exceeded")
                    .extractingByKey("message").asString().contains("50000 tokens");
            assertThat(model.calls()).hasSize(1);
        }
    }

    @Test
    void whereTheDaysTokensAreSpentTheGrammarStillAnswersForNothing() {
        try (var askwell = start("BUDGET_TOKENS_PER_DAY=10000")) {
            model.reply(runSql("", SQL).usage(5_000, 20), text("Alice.").usage(4_900, 5));
            askwell.answer(HARD);

            assertThat(askwell.answer(EASY)).containsEntry("origin", "grammar").containsEntry("outcome", "answered");
            askwell.ask(HARD).expectStatus().isEqualTo(429).expectBody()
                    .jsonPath("$.type").isEqualTo("urn:askwell:problem:budget-exceeded")
                    .jsonPath("$.detail")
                    .value(String.class, detail -> assertThat(detail).contains("10000 tokens a day"));
            usage(askwell).jsonPath("$.tokens.used").isEqualTo(9_925).jsonPath("$.tokens.remaining").isEqualTo(75)
                    .jsonPath("$.questions.used").isEqualTo(3);
        }
    }

    @Test
    void twoServersOnOneDatabaseAnswerAsManyQuestionsTogetherAsOneMay() {
        try (var one = grammarAlone("BUDGET_QUESTIONS_PER_DAY=5");
                var other = grammarAlone("BUDGET_QUESTIONS_PER_DAY=5")) {
            Map<Integer, Integer> statuses = Objects.requireNonNull(Flux.range(0, 16)
                    .flatMap(i -> Mono.fromCallable(() -> status((i % 2 == 0 ? one : other).ask(EASY)).value())
                            .subscribeOn(Schedulers.boundedElastic()), 16)
                    .collectMultimap(status -> status).map(BudgetsOnPostgresTest::counted).block());

            assertThat(statuses).isEqualTo(Map.of(200, 5, 429, 11));
            other.ask(EASY).expectHeader().exists(HttpHeaders.RETRY_AFTER).expectBody()
                    .jsonPath("$.type").isEqualTo("urn:askwell:problem:budget-exceeded");
            usage(one).jsonPath("$.questions.remaining").isEqualTo(0);
        }
    }

    @Test
    void whoAsksTooFastIsRefusedOnEveryTransport() {
        try (var askwell = grammarAlone("BUDGET_QUESTIONS_PER_MINUTE=2")) {
            askwell.answer(EASY);
            assertThat(askwell.events(EASY).blockLast()).isNotNull();

            rateLimited(askwell.ask(EASY));
            rateLimited(post(askwell, "198.51.100.1", MediaType.TEXT_EVENT_STREAM));
            askwell.client().get().uri("/customers").exchange().expectStatus().isOk();
        }
    }

    @Test
    void aHeaderNamesTheAddressOnlyWhereItIsTrusted() {
        try (var askwell = grammarAlone("BUDGET_QUESTIONS_PER_MINUTE_PER_IP=1")) {
            post(askwell, "198.51.100.1", MediaType.APPLICATION_JSON).expectStatus().isOk();
            rateLimited(post(askwell, "198.51.100.2", MediaType.APPLICATION_JSON));
        }
        try (var askwell = grammarAlone("BUDGET_QUESTIONS_PER_MINUTE_PER_IP=1",
                "SERVER_FORWARD_HEADERS_STRATEGY=framework")) {
            post(askwell, "198.51.100.1", MediaType.APPLICATION_JSON).expectStatus().isOk();
            post(askwell, "198.51.100.2", MediaType.APPLICATION_JSON).expectStatus().isOk();
            rateLimited(post(askwell, "198.51.100.2", MediaType.APPLICATION_JSON));
        }
    }

    private RunningAskwell start(String... settings) {
        return RunningAskwell.on(database, Stream.concat(
                Stream.of("LLM_BASE_URL=" + model.baseUrl(), "LLM_MODEL=scripted"),
                Stream.of(settings)).toArray(String[]::new));
    }

    private RunningAskwell grammarAlone(String... settings) {
        return RunningAskwell.on(database, settings);
    }

    private static HttpStatusCode status(WebTestClient.ResponseSpec response) {
        return response.expectBody().returnResult().getStatus();
    }

    private static Map<Integer, Integer> counted(Map<Integer, Collection<Integer>> statuses) {
        return statuses.entrySet().stream().collect(
                Collectors.toMap(Map.Entry::getKey, entry -> entry.getValue().size()));
    }

    private static WebTestClient.ResponseSpec post(RunningAskwell askwell, String forwardedFor, MediaType accept) {
        return askwell.client().post().uri("/agent/query").header("X-Forwarded-For", forwardedFor).accept(accept)
                .contentType(MediaType.APPLICATION_JSON).bodyValue(Map.of("question", EASY)).exchange();
    }

    private static void rateLimited(WebTestClient.ResponseSpec response) {
        response.expectStatus().isEqualTo(429).expectHeader().contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .expectHeader().valueMatches(HttpHeaders.RETRY_AFTER, "[1-9]\\d?").expectBody()
                .jsonPath("$.type").isEqualTo("urn:askwell:problem:rate-limited");
    }

    private static WebTestClient.BodyContentSpec usage(RunningAskwell askwell) {
        return askwell.client().get().uri("/agent/usage").exchange().expectStatus().isOk().expectBody();
    }
}
