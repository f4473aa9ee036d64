package io.askwell.bootstrap;

import static org.assertj.core.api.Assertions.assertThat;

import io.askwell.testkit.model.ScriptedModel;
import io.askwell.testkit.model.ScriptedReply;
import io.askwell.testkit.node.NodeProject;
import io.askwell.testkit.postgres.TestPostgres;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.http.MediaType;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What people see in a browser: the page of the examples, and Swagger UI. */
class BrowserTest {
    private static final Duration A_PROGRAM = Duration.ofMinutes(3);
    private static String chromium;
    private static ScriptedModel model;
    private static ExamplePage page;
    private static RunningAskwell askwell;

    @BeforeAll
    static void start() throws IOException {
        chromium = Chromium.program();
        NodeProject.installed("examples");
        model = ScriptedModel.start();
        page = ExamplePage.serve();
        askwell = RunningAskwell.on(TestPostgres.create(), "LLM_BASE_URL=" + model.baseUrl(), "LLM_MODEL=scripted",
                "CORS_ORIGINS=" + page.origin());
    }

    @AfterAll
    static void stop() {
        // Without a browser nothing was started.
        if (askwell != null) {
            askwell.close();
            page.close();
            model.close();
        }
    }

    @BeforeEach
    void forget() {
        model.forget();
    }

    @Test
    void thePageShowsEachStepAndTokenAsItComes() {
        model.reply(ScriptedReply.runSql("I count the orders.", "SELECT count(*) AS many FROM orders"),
                ScriptedReply.tokens(20).every(Duration.ofMillis(200)));

        JsonNode seen = ask(RunningAskwell.KEY);

        String answer = IntStream.range(0, 20).mapToObj(place -> "t" + place + " ").collect(Collectors.joining());
        assertThat(seen.path("answer").asString()).isEqualTo(answer);
        assertThat(seen.path("sql").asString()).contains("FROM orders");
        assertThat(texts(seen.path("cells"))).containsExactly("3");
        assertThat(texts(seen.path("steps"))).contains("I count the orders.")
                .anyMatch(step -> step.startsWith("draft: "))
                .anyMatch(step -> step.startsWith("answer: "));
        assertThat(distinct(seen, "answer")).hasSizeGreaterThan(10).allMatch(answer::startsWith,
                "a part of the answer");
        assertThat(distinct(seen, "steps")).hasSizeGreaterThan(2);
        assertThat(seen.path("problem").asString()).isEmpty();
        assertThat(complaints(seen)).isEmpty();
    }

    @Test
    void thePageSaysThatAKeyIsWrong() {
        JsonNode seen = ask("wrong");

        assertThat(seen.path("problem").asString()).contains("valid key");
        assertThat(seen.path("answer").asString()).isEmpty();
        assertThat(complaints(seen)).isEmpty();
    }

    @Test
    void whatLooksLikeHtmlIsShownAndNotExecuted() {
        String name = "<img src=x onerror=executed=1><script>executed=2</script>";
        askwell.client().post().uri("/customers").contentType(MediaType.APPLICATION_JSON)
                .bodyValue(Map.of("name", name, "email", "mallory@example.com")).exchange().expectStatus().isCreated();
        model.reply(ScriptedReply.runSql("<img src=x onerror=executed=3>",
                "SELECT name AS \"<img src=x onerror=executed=4>\" FROM customer WHERE email = 'mallory@example.com'"),
                ScriptedReply.text("It is ", "<img src=x ", "onerror=executed=5>", " and <b>no", " other</b>."));

        JsonNode seen = ask(RunningAskwell.KEY);

        assertThat(texts(seen.path("cells"))).containsExactly(name);
        assertThat(seen.path("sql").asString()).contains("<img src=x onerror=executed=4>");
        assertThat(texts(seen.path("steps"))).anyMatch(step -> step.contains("onerror=executed=3"));
        assertThat(seen.path("answer").asString()).contains("onerror=executed=5", "other");
        assertThat(seen.path("executed").isNull()).isTrue();
        assertThat(texts(seen.path("elements"))).containsExactlyInAnyOrder("li", "tr", "th", "td");
        assertThat(complaints(seen)).isEmpty();
    }

    @Test
    void swaggerUiListsEveryOperationAndTriesOneUnderItsSecurityPolicy() {
        JsonNode seen = play("swagger", "http://127.0.0.1:" + askwell.port() + "/swagger-ui.html", RunningAskwell.KEY);

        assertThat(texts(seen.path("operations"))).containsExactlyInAnyOrderElementsOf(operations());
        assertThat(seen.path("status").asString()).startsWith("200");
        assertThat(seen.path("body").asString()).contains("Alice Wonderland");
        assertThat(complaints(seen)).isEmpty();
    }

    /** Those of the contract. */
    private static List<String> operations() {
        String contract = askwell.anonymous().get().uri("/v3/api-docs").exchange().expectBody(String.class)
                .returnResult().getResponseBody();
        Set<String> methods = Set.of("get", "post", "put", "patch", "delete");
        return JsonMapper.shared().readTree(contract).path("paths").properties().stream()
                .flatMap(path -> path.getValue().properties().stream().map(Map.Entry::getKey).filter(methods::contains)
                        .map(method -> method.toUpperCase(Locale.ROOT) + " " + path.getKey()))
                .toList();
    }

    private static JsonNode ask(String key) {
        return play("ask", page.origin(), "http://127.0.0.1:" + askwell.port(), key, "What is it?");
    }

    private static JsonNode play(String scenario, String... arguments) {
        var end = NodeProject.installed().run(A_PROGRAM, "browser/scenario.mjs", Stream
                .concat(Stream.of(scenario, chromium), Stream.of(arguments)).toArray(String[]::new));
        assertThat(end.exitCode()).as(end.output()).isZero();
        return JsonMapper.shared().readTree(end.output());
    }

    /** But for that of a page which leaves while it still tries a WebSocket beside its polling. */
    private static List<String> complaints(JsonNode seen) {
        return texts(seen.path("complaints")).stream()
                .filter(text -> !text.endsWith("WebSocket is closed before the connection is established.")).toList();
    }

    private static List<String> texts(JsonNode array) {
        return array.valueStream().map(JsonNode::asString).toList();
    }

    private static Set<String> distinct(JsonNode seen, String what) {
        return seen.path("shown").valueStream().map(moment -> moment.path(what).asString())
                .collect(Collectors.toSet());
    }
}
