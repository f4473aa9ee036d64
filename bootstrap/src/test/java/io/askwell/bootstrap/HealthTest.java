package io.askwell.bootstrap;

import static io.askwell.testkit.Patience.await;
import static org.assertj.core.api.Assertions.assertThat;

import io.askwell.testkit.postgres.TestPostgres;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.test.web.reactive.server.WebTestClient.BodyContentSpec;

/** What those who watch over the server are told. */
@ExtendWith(OutputCaptureExtension.class)
class HealthTest {
    @Test
    void followsTheDatabaseAwayAndBack(CapturedOutput output) throws Exception {
        var database = TestPostgres.create();
        try (var cable = Cable.to(database.host(), database.port());
                var askwell = RunningAskwell.on(cable.end(database))) {
            expect(askwell, "/health", 200).json("""
                {"status": "UP", "components": {"database": {"status": "UP"}}}""").jsonPath("$..details")
                    .doesNotHaveJsonPath();
            expect(askwell, "/health/readiness", 200);

            cable.cut();

            expect(askwell, "/health", 503).json("""
                {"status": "DOWN", "components": {"database": {"status": "DOWN"}}}""").jsonPath("$..details")
                    .doesNotHaveJsonPath();
            expect(askwell, "/health/readiness", 503);
            expect(askwell, "/health/liveness", 200);
            askwell.client().get().uri("/customers/1").header("X-Request-Id", "while-it-is-away").exchange()
                    .expectStatus().isEqualTo(503).expectHeader().valueEquals("Retry-After", "5");
            assertThat(output.getOut().lines()).anyMatch(line -> line.contains("[while-it-is-away]")
                    && line.contains("The database cannot be used"));

            cable.mend();

            await().untilAsserted(() -> expect(askwell, "/health/readiness", 200));
        }
    }

    private static BodyContentSpec expect(RunningAskwell askwell, String path, int status) {
        return askwell.anonymous().get().uri(path).exchange().expectStatus().isEqualTo(status).expectBody();
    }
}
