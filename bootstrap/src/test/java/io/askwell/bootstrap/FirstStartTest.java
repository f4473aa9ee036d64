package io.askwell.bootstrap;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Nothing is configured: what a person sees who starts Askwell for the first time, and for the second. */
class FirstStartTest {
    @TempDir
    private Path home;

    @Test
    void makesADatabaseAndAKeyShowsTheKeyOnceAndKeepsBoth() throws Exception {
        String first = start(askwell -> askwell.anonymous().get().uri("/health/readiness").exchange().expectStatus()
                .isOk().expectBody().jsonPath("$.components.database.status").isEqualTo("UP"));
        String key = Pattern.compile("X-API-Key: (\\S+)'").matcher(first).results().findFirst().orElseThrow().group(1);

        assertThat(Files.readString(home.resolve(".askwell/api-key")).strip()).isEqualTo(key);
        assertThat(first).contains("API key   " + key, "curl -N http://localhost:", "the grammar answers");

        String second = start(askwell -> askwell.anonymous().get().uri("/customers").header("X-API-Key", key).exchange()
                .expectStatus().isOk().expectBody().jsonPath("$.length()").isEqualTo(3));

        assertThat(second).doesNotContain(key).contains(home.resolve(".askwell/api-key").toString());
    }

    private String start(java.util.function.Consumer<RunningAskwell> use) {
        var printed = new ByteArrayOutputStream();
        PrintStream out = System.out;
        System.setOut(new PrintStream(printed, true, StandardCharsets.UTF_8));
        try (var askwell = RunningAskwell.start("ASKWELL_HOME=" + home)) {
            use.accept(askwell);
        } finally {
            System.setOut(out);
        }
        return printed.toString(StandardCharsets.UTF_8);
    }
}
