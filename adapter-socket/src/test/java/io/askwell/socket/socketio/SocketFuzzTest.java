package io.askwell.socket.socketio;

import static io.askwell.testkit.Patience.await;
import static org.assertj.core.api.Assertions.assertThat;

import io.askwell.socket.Frames;
import io.askwell.socket.LocalServer;
import io.askwell.socket.Noise;
import io.askwell.socket.Origins;
import io.askwell.socket.RawClient;
import io.askwell.socket.engineio.EngineSettings;
import io.askwell.socket.engineio.Message;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletionException;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;
import tools.jackson.databind.json.JsonMapper;

class SocketFuzzTest {
    private static final int INPUTS = 500_000;
    private static final int CONNECTIONS = 300;
    /** How long the server is patient with clients that have fallen silent. */
    private static final Duration WHILE = Duration.ofSeconds(2);
    private static final List<String> SAMPLES = List.of("0", "0{\"apiKey\":\"key\"}", "0/custom,{\"a\":[1]}", "1",
            "1/custom,", "2[\"question\",{\"question\":\"How many?\",\"mode\":\"grammar\"}]", "212[\"a\",null,1.5e3]",
            "2/custom?x=y,7[\"a\"]", "37[true]", "51-[\"a\",{\"_placeholder\":true,\"num\":0}]",
            "62-9[{\"_placeholder\":true,\"num\":0},[{\"_placeholder\":true,\"num\":1}]]", "4{\"message\":\"x\"}");

    @Test
    void everyMessageIsReadOrSaidToBeNone() {
        var noise = new Noise(4711, SAMPLES);
        var decoder = new PacketDecoder(JsonMapper.shared(), 100);
        var encoder = new PacketEncoder(JsonMapper.shared());
        int read = 0;
        int refused = 0;
        for (int i = 0; i < INPUTS; i++) {
            try {
                Message message = noise.upTo(4) == 0
                        ? new Message.Binary(noise.bytes())
                        : new Message.Text(noise.next());
                read += decoder.add(message).map(encoder::encode).isPresent() ? 1 : 0;
            } catch (MalformedPacket malformed) {
                refused++;
                decoder = new PacketDecoder(JsonMapper.shared(), 100);
            }
        }
        // Noise that is all nonsense, or none, would test little.
        assertThat(read).isGreaterThan(INPUTS / 20);
        assertThat(refused).isGreaterThan(INPUTS / 10);
    }

    @Test
    void aServerThatHearsNoiseGoesOnServingOthers() {
        var socketServer = new SocketServer(new EngineSettings(WHILE, WHILE, WHILE, 1_000, 10_000, 1_000, 1_000), WHILE,
                new Origins(Set.of()),
                Map.of("/", new Echo()), JsonMapper.shared(), Schedulers.parallel(), handshake -> "here");
        try (var server = LocalServer.of(socketServer)) {
            var client = new RawClient(server);
            var noise = new Noise(42, SAMPLES.stream().map(sample -> "4" + sample).toList());
            for (int i = 0; i < CONNECTIONS; i++) {
                if (i % 2 == 0) {
                    client.polling().post(noise.next() + (i % 20 == 0 ? "x".repeat(2_000) : ""));
                } else {
                    rave(client.webSocket(), noise);
                }
            }

            Frames good = client.webSocket();
            good.next();
            assertThat((String) good.send("40").nextMessage()).startsWith("40{");
            assertThat(good.send("42[\"hello\"]").nextMessage()).isEqualTo("42[\"hello\"]");
            good.close();
            await().until(() -> socketServer.clients() == 0);
        }
    }

    private static void rave(Frames socket, Noise noise) {
        try {
            for (int message = 0; message < 5 && socket.isOpen(); message++) {
                if (noise.upTo(3) == 0) {
                    socket.send(noise.bytes());
                } else {
                    // The client itself sends no half of a surrogate pair.
                    socket.send(
                            noise.next().replaceAll("\\p{Cs}", "") + (noise.upTo(10) == 0 ? "x".repeat(2_000) : ""));
                }
            }
        } catch (CompletionException closedMeanwhile) {
            assertThat(closedMeanwhile).hasMessageContaining("closed");
        }
    }

    private static final class Echo implements Namespace<String> {
        @Override
        public Mono<String> admit(Connect connect) {
            return Mono.just("anybody");
        }

        @Override
        public Mono<Void> handle(Client<String> client, Event event) {
            return client.emit(event.name(), event.arguments().toArray());
        }
    }
}
