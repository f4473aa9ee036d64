package io.askwell.socket.agent;

import static io.askwell.testkit.Patience.PATIENCE;
import static io.askwell.testkit.Patience.await;
import static org.assertj.core.api.Assertions.assertThat;

import io.socket.client.Ack;
import io.socket.client.IO;
import io.socket.client.Socket;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.IntStream;
import org.json.JSONException;
import org.json.JSONObject;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The official client of Java. */
class JavaClientTest {
    private static final AgentSockets sockets = AgentSockets.start();

    @AfterAll
    static void stop() {
        sockets.close();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"polling | Alice 1000", "websocket | Alice 1000",
            "polling,websocket | Alice 1000 slowly"})
    void getsAThousandChunksInOrder(String transports, String question) {
        Socket socket = socket(transports, "alice-key");
        var chunks = new CopyOnWriteArrayList<String>();
        var ended = new CompletableFuture<Object>();
        var run = new CompletableFuture<String>();
        socket.on("answerChunk", data -> chunks.add(text(data[0], "chunk")));
        socket.on("answerComplete", data -> ended.complete(data[0]));
        socket.connect();
        socket.emit("question", new JSONObject(Map.of("question", question)),
                (Ack) answer -> run.complete(text(answer[0], "runId")));

        assertThat(text(await(ended), "runId")).isEqualTo(await(run));
        assertThat(chunks).containsExactlyElementsOf(
                IntStream.range(0, 1_000).mapToObj(number -> "Alice " + number).toList());
        socket.disconnect();
    }

    @ParameterizedTest
    @ValueSource(strings = {"polling", "websocket"})
    void isRefusedWithoutAKeyThatIsValid(String transports) {
        Socket socket = socket(transports, "wrong");
        var refused = new CompletableFuture<Object>();
        socket.on(Socket.EVENT_CONNECT_ERROR, data -> refused.complete(data[0]));
        socket.connect();

        assertThat(text(await(refused), "message")).contains("valid key");
        assertThat(socket.connected()).isFalse();
        socket.disconnect();
    }

    @Test
    void showsItsKeyInAHeader() {
        Socket socket = IO.socket(URI.create(sockets.server.url()), IO.Options.builder().setForceNew(true)
                .setReconnection(false).setExtraHeaders(Map.of("X-API-Key", List.of("alice-key"))).build());
        var connected = new CompletableFuture<Void>();
        socket.on(Socket.EVENT_CONNECT, data -> connected.complete(null));
        socket.connect();

        assertThat(connected).succeedsWithin(PATIENCE);
        socket.disconnect();
        await().until(() -> !socket.connected());
    }

    private static Socket socket(String transports, String key) {
        return IO.socket(URI.create(sockets.server.url()), IO.Options.builder().setForceNew(true)
                .setReconnection(false).setTransports(transports.split(",")).setAuth(Map.of("apiKey", key)).build());
    }

    private static String text(Object json, String field) {
        try {
            return ((JSONObject) json).getString(field);
        } catch (JSONException e) {
            throw new IllegalArgumentException(e);
        }
    }
}
