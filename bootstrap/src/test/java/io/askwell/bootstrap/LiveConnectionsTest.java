package io.askwell.bootstrap;

import static io.askwell.testkit.Patience.await;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import io.askwell.testkit.model.ScriptedModel;
import io.askwell.testkit.model.ScriptedReply;
import io.askwell.testkit.postgres.TestPostgres;
import io.askwell.testkit.socket.TextSocket;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** What the metrics tell of the clients of the live channels. */
class LiveConnectionsTest {
    @Test
    void clientsAreCountedByTheirChannel() {
        try (var model = ScriptedModel.start();
                var connected = RunningAskwell.on(TestPostgres.create(), "LLM_BASE_URL=" + model.baseUrl(),
                        "LLM_MODEL=scripted", "AGENT_DEADLINE=10m", "SOCKET_CONNECT_TIMEOUT=10m",
                        "SOCKET_UPGRADE_TIMEOUT=10m", "SOCKET_PING_INTERVAL=10m")) {
            model.reply(ScriptedReply.silence());
            var stream = connected.events("How many?").subscribe();
            var poll = "/socket.io/?EIO=4&transport=polling";
            String polling = connected.anonymous().get().uri(poll).exchange().expectBody(String.class).returnResult()
                    .getResponseBody().replaceAll(".*\"sid\":\"([^\"]+)\".*", "$1");
            try (var plain = TextSocket.connect(connected.port(), "/agent/ws");
                    var socketIo = TextSocket.connect(connected.port(), SocketIoTest.SOCKET_IO)) {
                await().untilAsserted(() -> assertThat(connections(connected))
                        .containsOnly(entry("sse", "1.0"), entry("websocket", "1.0"),
                                entry("socketio-websocket", "1.0"), entry("socketio-polling", "1.0")));
                try (var upgraded = TextSocket.connect(connected.port(), SocketIoTest.SOCKET_IO + "&sid=" + polling)) {
                    assertThat(upgraded.send("2probe").next()).isEqualTo("3probe");
                    upgraded.send("5");
                    await().untilAsserted(() -> assertThat(connections(connected))
                            .contains(entry("socketio-websocket", "2.0"), entry("socketio-polling", "0.0")));
                }
                assertThat(plain.isOpen() && socketIo.isOpen()).isTrue();
            }
            stream.dispose();
            await().untilAsserted(
                    () -> assertThat(connections(connected)).hasSize(4).values().containsOnly("0.0"));
        }
    }

    /** How many there are, by channel. */
    private static Map<String, String> connections(RunningAskwell askwell) {
        return askwell.anonymous().get().uri("/metrics").exchange().expectBody(String.class).returnResult()
                .getResponseBody().lines().filter(line -> line.startsWith("live_connections{"))
                .collect(Collectors.toMap(
                        line -> line.replaceAll(".*channel=\"([^\"]+)\".*", "$1"),
                        line -> line.replaceAll(".* ", "")));
    }
}
