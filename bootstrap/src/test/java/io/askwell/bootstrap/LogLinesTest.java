package io.askwell.bootstrap;

import static io.askwell.testkit.Patience.await;
import static org.assertj.core.api.Assertions.assertThat;

import io.askwell.testkit.postgres.TestDatabase;
import io.askwell.testkit.postgres.TestPostgres;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.http.MediaType;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What the log says of a request, as those read it who look for one. */
@ExtendWith(OutputCaptureExtension.class)
class LogLinesTest {
    private static final TestDatabase database = TestPostgres.create();
    /** Nothing listens there, so the grammar stands in and the agent's own thread says so. */
    private static final String[] ABSENT_MODEL = {"LLM_BASE_URL=http://127.0.0.1:9/v1", "LLM_MODEL=absent"};

    @Test
    void everyLineThatARequestCausesHasItsId(CapturedOutput output) {
        try (var askwell = RunningAskwell.on(database, ABSENT_MODEL)) {
            ask(askwell, "the-first");
            ask(askwell, "the-second");
        }

        assertThat(output.getOut()).as("an access log that nobody asked for").doesNotContain("POST /agent/query");
        for (String id : List.of("the-first", "the-second")) {
            assertThat(linesOf(output, id)).anyMatch(line -> line.contains("begins, mode model"))
                    .anyMatch(line -> line.contains("The model is unavailable"));
        }
        assertThat(output.getOut().lines()).noneMatch(line -> line.contains("[]"));
    }

    @Test
    void theAccessLogSaysWhoAskedForWhatAndNoSecrets(CapturedOutput output) {
        try (var askwell = RunningAskwell.on(database, "ACCESS_LOG=on")) {
            askwell.client().get().uri("/customers/1").header("X-Request-Id", "logged").exchange().expectStatus()
                    .isOk();
            askwell.client().get().uri("/nowhere?apiKey=hush").exchange().expectStatus().isNotFound();
            askwell.anonymous().get().uri("/nowhere").header("X-Request-Id", "refused").exchange().expectStatus()
                    .isUnauthorized();
            await().until(() -> !linesOf(output, "refused").isEmpty());
        }

        assertThat(linesOf(output, "logged")).singleElement().asString()
                .matches(".*GET /customers/1 200 \\d+ ms \\d+ bytes default");
        assertThat(linesOf(output, "refused")).singleElement().asString()
                .matches(".*GET /nowhere 401 \\d+ ms \\d+ bytes -");
        assertThat(output.getOut()).contains("GET /nowhere 404").doesNotContain("hush");
    }

    @Test
    void jsonLogsAreOneObjectInEachLineWithTheTraceOfAMistakeInIt(CapturedOutput output) {
        TestDatabase broken = TestPostgres.create();
        int before = output.getOut().length();
        try (var askwell = RunningAskwell.on(broken, "LOG_FORMAT=json", "ACCESS_LOG=on")) {
            ask(askwell, "as-json");
            broken.execute("ALTER TABLE public.customer RENAME COLUMN email TO renamed");
            askwell.client().get().uri("/customers/1").header("X-Request-Id", "mistaken").exchange().expectStatus()
                    .isEqualTo(500);
        }

        var lines = objects(output, before);
        assertThat(lines).allMatch(line -> line.has("time") && line.has("level") && line.has("logger")
                && line.has("message"));
        assertThat(lines).anyMatch(line -> text(line, "message").contains("Askwell answers at"));
        assertThat(lines).filteredOn(line -> text(line, "requestId").equals("as-json"))
                .anyMatch(line -> text(line, "logger").contains("AgentService"))
                .anyMatch(line -> text(line, "logger").equals("io.askwell.access") && line.get("status").asInt() == 200
                        && text(line, "caller").equals("default"));
        assertThat(lines).filteredOn(line -> text(line, "requestId").equals("mistaken"))
                .anyMatch(line -> text(line, "level").equals("ERROR") && text(line, "stackTrace").contains("\tat "));
    }

    private static void ask(RunningAskwell askwell, String id) {
        askwell.client().post().uri("/agent/query").header("X-Request-Id", id).contentType(MediaType.APPLICATION_JSON)
                .bodyValue(Map.of("question", "How many customers are there?")).exchange().expectStatus().isOk();
    }

    private static List<String> linesOf(CapturedOutput output, String id) {
        return output.getOut().lines().filter(line -> line.contains("[" + id + "]")).toList();
    }

    /** What was printed from there on, which must be JSON to the last line. */
    private static List<JsonNode> objects(CapturedOutput output, int from) {
        return output.getOut().substring(from).lines().map(JsonMapper.shared()::readTree).toList();
    }

    private static String text(JsonNode line, String field) {
        return line.path(field).asString("");
    }
}
