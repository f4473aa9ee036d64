package io.askwell.bootstrap;

import static io.askwell.testkit.Patience.await;
import static org.assertj.core.api.Assertions.assertThat;

import io.askwell.testkit.model.ScriptedModel;
import io.askwell.testkit.model.ScriptedReply;
import io.askwell.testkit.postgres.TestPostgres;
import io.askwell.testkit.socket.TextSocket;
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

            await().untilAsserted(() -> askwell.ask("And now?").expectStatus()
                    .isEqualTo(429).expectHeader().valueEquals("Retry-After", "5").expectBody().jsonPath("$.type")
                    .isEqualTo("urn:askwell:problem:too-many-runs"));
            watching.dispose();
        }
    }

    @Test
    void whoWaitsOverASocketKnowsTheRunAndCanCancelIt() {
        try (var model = ScriptedModel.start();
                var askwell = RunningAskwell.on(TestPostgres.create(), "LLM_BASE_URL=" + model.baseUrl(),
                        "LLM_MODEL=scripted", "RUNS_AT_ONCE=1", "SOCKET_CONNECT_TIMEOUT=10m");
                var plain = TextSocket.connect(askwell.port(), "/agent/ws", "X-API-Key", RunningAskwell.KEY);
                var socketIo = TextSocket.connect(askwell.port(), SocketIoTest.SOCKET_IO)) {
            model.reply(ScriptedReply.silence());
            var watching = askwell.events("How many?").subscribe();
            model.call(1);
            plain.next();
            socketIo.send("40{\"apiKey\":\"" + RunningAskwell.KEY + "\"}").until("40{");

            String accepted = plain.send("{\"type\":\"ask\",\"question\":\"And now?\"}").next();
            assertThat(accepted).startsWith("{\"type\":\"accepted\",\"runId\":");
            assertThat(plain.send(accepted.replace("accepted", "cancel")).until("\"cancelled\"").getLast())
                    .startsWith("{\"type\":\"error\"");
            String acknowledged = socketIo.send("421[\"question\",{\"question\":\"And now?\"}]").next();
            assertThat(acknowledged).startsWith("431[{\"runId\":");
            assertThat(socketIo.send(acknowledged.replace("431[", "42[\"cancel\",")).until("\"cancelled\"").getLast())
                    .startsWith("42[\"error\"");
            assertThat(model.calls()).hasSize(1);
            watching.dispose();
        }
    }
}
