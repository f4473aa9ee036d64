package io.askwell.bootstrap;

import static org.awaitility.Awaitility.await;

import io.askwell.testkit.model.ScriptedModel;
import io.askwell.testkit.model.ScriptedReply;
import io.askwell.testkit.postgres.TestPostgres;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** A server that has as many questions as it takes. */
class TooManyRunsTest {
    @Test
    void theNextIsToldWhenToComeBack() {
        try (var model = ScriptedModel.start();
                var askwell = RunningAskwell.on(TestPostgres.create(), "LLM_BASE_URL=" + model.baseUrl(),
                        "LLM_MODEL=scripted", "RUNS_AT_ONCE=1", "RUNS_WAITING=0", "AGENT_GRACE=0s")) {
            model.reply(ScriptedReply.silence());
            var watching = askwell.events("How many?").subscribe();
            model.call(1);

            await().atMost(Duration.ofSeconds(10)).untilAsserted(() -> askwell.ask("And now?").expectStatus()
                    .isEqualTo(429).expectHeader().valueEquals("Retry-After", "5").expectBody().jsonPath("$.type")
                    .isEqualTo("urn:askwell:problem:too-many-runs"));
            watching.dispose();
        }
    }
}
