package io.askwell.bootstrap;

import static io.askwell.testkit.Patience.await;
import static org.assertj.core.api.Assertions.assertThat;

import io.askwell.bootstrap.Example.Asking;
import io.askwell.testkit.model.ScriptedModel;
import io.askwell.testkit.model.ScriptedReply;
import io.askwell.testkit.postgres.TestPostgres;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import reactor.core.publisher.Sinks;

/** The clients to copy from, each as a program of its own, against the whole application. */
class ExamplesTest {
    private static final Duration A_PROGRAM = Duration.ofMinutes(3);
    private static ScriptedModel model;
    private static ExamplePage page;
    private static RunningAskwell askwell;
    @TempDir
    private Path directory;

    @BeforeAll
    static void start() {
        model = ScriptedModel.start();
        page = ExamplePage.serve();
        askwell = RunningAskwell.on(TestPostgres.create(), "GRAMMAR=first", "LLM_BASE_URL=" + model.baseUrl(),
                "LLM_MODEL=scripted", "CORS_ORIGINS=" + page.origin());
    }

    @AfterAll
    static void stop() {
        askwell.close();
        page.close();
        model.close();
    }

    @BeforeEach
    void forget() {
        model.forget();
    }

    @ParameterizedTest
    @EnumSource
    void showsTheStepsTheSqlAndTheAnswer(Example example) throws Exception {
        try (var asking = example.ask(directory, at(askwell.port(), RunningAskwell.KEY),
                "How many orders has \"Alice Wonderland\" made?")) {
            assertThat(exitCode(asking)).as(asking.everything()).isZero();
            assertThat(asking.answer()).contains("Alice Wonderland has 2 orders.");
            assertThat(asking.everything()).contains("interpret", "FROM public.orders");
        }
    }

    @ParameterizedTest
    @EnumSource
    void takesItsRunUpAgainWhereItsConnectionBroke(Example example) throws Exception {
        int count = 60;
        Sinks.Empty<Void> mended = Sinks.empty();
        model.reply(ScriptedReply.runSql("Count.", "SELECT count(*) FROM orders"),
                ScriptedReply.tokens(count).every(Duration.ofMillis(20)).heldAfter(30, mended.asMono()));
        try (var cable = Cable.to("127.0.0.1", askwell.port());
                var asking = example.ask(directory, at(cable.port(), RunningAskwell.KEY),
                        "Which customer will churn next month?")) {
            await().atMost(A_PROGRAM).until(() -> asking.answer().contains("t5 ") || !asking.process().isAlive());
            cable.cut();
            // It finds nobody at first.
            Thread.sleep(300);
            assertThat(asking.answer()).doesNotContain("t50 ");
            cable.mend();
            mended.tryEmitEmpty();

            assertThat(exitCode(asking)).as(asking.everything()).isZero();
            assertThat(asking.answer().strip()).endsWith(
                    IntStream.range(0, count).mapToObj(place -> "t" + place).collect(Collectors.joining(" ")))
                    .startsWith("t0 t1 t2");
        }
    }

    @ParameterizedTest
    @EnumSource
    void failsWithoutAKeyThatIsValid(Example example) throws Exception {
        try (var asking = example.ask(directory, at(askwell.port(), "wrong"), "Who spent the most?")) {
            assertThat(exitCode(asking)).isEqualTo(1);
            assertThat(asking.everything()).containsAnyOf("valid key", "key is not valid", "401");
        }
    }

    private static Map<String, String> at(int port, String key) {
        return Map.of("ASKWELL", "http://127.0.0.1:" + port, "KEY", key, "PAGE", page.origin());
    }

    private static int exitCode(Asking asking) throws InterruptedException, IOException {
        assertThat(asking.process().waitFor(A_PROGRAM)).as(asking.everything()).isTrue();
        return asking.process().exitValue();
    }
}
