package io.askwell.bootstrap;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/** Socket.IO over a WebSocket, spoken by hand. */
final class SocketByHand implements WebSocket.Listener {
    private final BlockingQueue<String> received = new LinkedBlockingQueue<>();
    private final CompletableFuture<Integer> closed = new CompletableFuture<>();
    private final StringBuilder text = new StringBuilder();
    private final WebSocket connection;

    private SocketByHand(int port) {
        connection = HttpClient.newHttpClient().newWebSocketBuilder().buildAsync(
                URI.create("ws://127.0.0.1:" + port + "/socket.io/?EIO=4&transport=websocket"), this).join();
    }

    static SocketByHand connect(RunningAskwell askwell) {
        return new SocketByHand(askwell.port());
    }

    @Override
    public CompletionStage<?> onText(WebSocket from, CharSequence data, boolean last) {
        text.append(data);
        if (last) {
            received.add(text.toString());
            text.setLength(0);
        }
        from.request(1);
        return null;
    }

    @Override
    public CompletionStage<?> onClose(WebSocket from, int status, String reason) {
        closed.complete(status);
        return null;
    }

    SocketByHand send(String message) {
        connection.sendText(message, true).join();
        return this;
    }

    /** As a network breaks: without a good-bye. */
    void breakOff() {
        connection.abort();
    }

    /** The status that the server closed it with. */
    CompletableFuture<Integer> closed() {
        return closed;
    }

    String next() throws InterruptedException {
        String next = received.poll(10, TimeUnit.SECONDS);
        assertThat(next).isNotNull();
        return next;
    }

    /** The messages to the first that begins so. */
    List<String> until(String start) throws InterruptedException {
        var seen = new ArrayList<String>();
        do {
            seen.add(next());
        } while (!seen.getLast().startsWith(start));
        return seen;
    }
}
