package io.askwell.socket.agent;

import static io.askwell.testkit.Patience.PATIENCE;
import static org.assertj.core.api.Assertions.assertThat;

import io.askwell.domain.access.Caller;
import io.askwell.domain.agent.AgentEvent;
import io.askwell.domain.agent.EventId;
import io.askwell.domain.agent.RunEvent;
import io.askwell.domain.agent.RunId;
import io.askwell.domain.agent.port.in.OpenedRun;
import io.askwell.socket.Frames;
import io.askwell.socket.LocalServer;
import io.askwell.socket.Origins;
import io.askwell.socket.RawClient;
import io.askwell.socket.socketio.SocketServer;
import java.io.IOException;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/** Over Socket.IO an event is what it is on every other channel: its golden file. */
class GoldenEventsTest {
    @ParameterizedTest(name = "{0}")
    @MethodSource("io.askwell.socket.agent.EventEncoderTest#events")
    void sendsEachEventAsItsGoldenFile(String name, AgentEvent event) throws IOException {
        var runs = new ScriptedRuns();
        var run = new RunId("6f1c");
        var namespace = new QuestionNamespace(
                ask -> Mono.just(new OpenedRun(run, Flux.just(new RunEvent(run, new EventId(1, 7), event)))), runs,
                new KeyAtConnect(key -> Optional.of(new Caller(key))), 1);
        var socketServer = new SocketServer(AgentSockets.USUAL, PATIENCE, new Origins(Set.of()),
                Map.of("/", namespace), EventEncoderTest.JSON, Schedulers.parallel(), handshake -> "here");
        try (var server = LocalServer.of(socketServer)) {
            Frames socket = new RawClient(server).webSocket();
            socket.next();
            socket.send("40{\"apiKey\":\"k\"}").next();
            socket.send("42[\"question\",{\"question\":\"How many?\"}]");

            assertThat(socket.next()).isEqualTo("42[\"%s\",%s]".formatted(EventEncoderTest.wireName(name),
                    EventEncoderTest.golden(name)));
        }
    }
}
