package io.askwell.socket.agent;

import static io.askwell.testkit.Patience.PATIENCE;
import static io.askwell.testkit.Patience.await;
import static org.assertj.core.api.Assertions.assertThat;

import io.askwell.socket.engineio.EngineSettings;
import io.askwell.testkit.node.NodeProject;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The official client of JavaScript, run by Node. */
class NodeClientTest {
    private static final List<String> BOTH = List.of("polling", "websocket");
    private static final Duration A_SCENARIO = Duration.ofMinutes(3);
    private static final int KILLED = 128 + 9;
    private static NodeProject node;
    private static AgentSockets sockets;

    @BeforeAll
    static void start() {
        node = NodeProject.installed();
        sockets = AgentSockets.start();
    }

    @AfterAll
    static void stop() {
        if (sockets != null) {
            sockets.close();
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"polling | polling", "websocket | websocket"})
    void getsAThousandChunksInOrder(String transports, String used) {
        JsonNode seen = play("ask", transports, "Alice 1000");

        assertThat(texts(seen.path("chunks"))).isEqualTo(chunks("Alice", 1_000));
        assertThat(seen.path("last").asString()).isEqualTo("answerComplete");
        assertThat(texts(seen.path("runs"))).containsExactly(seen.path("ack").path("runId").asString());
        assertThat(texts(seen.path("transports"))).containsExactly(used);
    }

    @Test
    void getsAThousandChunksInOrderThroughAnUpgrade() {
        List<List<String>> transports = new ArrayList<>();
        // On a busy machine all chunks may come before the upgrade, or after it: they are to be whole then too.
        for (int attempt = 0; attempt < 4 && !transports.contains(BOTH); attempt++) {
            JsonNode seen = play("ask", "polling,websocket", "Alice 1000 slowly");
            assertThat(texts(seen.path("chunks"))).isEqualTo(chunks("Alice", 1_000));
            transports.add(texts(seen.path("transports")));
        }

        assertThat(transports).contains(BOTH);
    }

    @Test
    void amongAHundredEachSeesOnlyItsOwn() {
        JsonNode all = play("crowd", "polling,websocket", "100");

        assertThat(all.size()).isEqualTo(100);
        for (int i = 0; i < all.size(); i++) {
            assertThat(texts(all.get(i).path("chunks"))).isEqualTo(chunks("client-" + i, 20));
            assertThat(texts(all.get(i).path("runs"))).hasSize(1);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"polling", "websocket", "polling,websocket"})
    void leavesAndFindsItsRunAgain(String transports) {
        JsonNode both = play("resume", transports, "Alice 300 slowly");

        List<String> before = texts(both.get(0).path("ids"));
        List<String> after = texts(both.get(1).path("ids"));
        // What still came between the last event that was counted and the good-bye comes once more: it was not asked after.
        assertThat(Stream.concat(before.stream(), after.stream()).distinct())
                .containsExactlyElementsOf(IntStream.rangeClosed(1, 301).mapToObj(place -> "1." + place).toList());
        assertThat(after).doesNotHaveDuplicates().contains("1.301");
        assertThat(both.get(1).path("last").asString()).isEqualTo("answerComplete");
    }

    @ParameterizedTest
    @ValueSource(strings = {"polling", "websocket"})
    void isRefusedWithoutAKeyThatIsValid(String transports) {
        for (String key : List.of("", "wrong")) {
            JsonNode seen = play("refused", transports, key);

            assertThat(seen.path("message").asString()).contains("valid key");
            assertThat(seen.path("connected").asBoolean()).isFalse();
            assertThat(seen.path("served").asInt()).isZero();
        }
        assertThat(sockets.runs.asked).noneMatch(ask -> ask.question().text().startsWith("too early"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"polling", "websocket"})
    void isMissedWhenItIsKilled(String transports) {
        // A client that polls may die between two polls: then its silence tells.
        try (var impatient = AgentSockets.start(new EngineSettings(Duration.ofSeconds(1), Duration.ofSeconds(3),
                PATIENCE, 65_536, 1_000_000, 10, 10))) {
            var end = node.run(A_SCENARIO, "socketio/scenario.mjs", "killed", impatient.server.url(), transports,
                    "Alice 50000 slowly");

            assertThat(end.exitCode()).as(end.output()).isEqualTo(KILLED);
            assertThat(impatient.runs.asked).hasSize(1);
            await().until(() -> impatient.runs.watchers.get() == 0);
            await().until(() -> impatient.socketServer.clients() == 0);
        }
    }

    private static JsonNode play(String scenario, String transports, String argument) {
        var end = node.run(A_SCENARIO, "socketio/scenario.mjs", scenario, sockets.server.url(), transports, argument);
        assertThat(end.exitCode()).as(end.output()).isZero();
        return JsonMapper.shared().readTree(end.output());
    }

    private static List<String> chunks(String name, int count) {
        return IntStream.range(0, count).mapToObj(number -> name + " " + number).toList();
    }

    private static List<String> texts(JsonNode array) {
        return array.valueStream().map(JsonNode::asString).toList();
    }
}
