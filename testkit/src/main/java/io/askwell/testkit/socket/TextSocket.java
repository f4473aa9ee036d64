package io.askwell.testkit.socket;

import static io.askwell.testkit.Patience.PATIENCE;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.net.http.WebSocketHandshakeException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** A WebSocket whose frames are text. It answers pings by itself, as long as it reads. */
public final class TextSocket implements AutoCloseable {
    /** What a connection is said to have ended with that broke. */
    public static final int BROKEN = 1006;
    private static final long SECONDS = PATIENCE.toSeconds();

    static {
        // The client would not let a test say where its page is from.
        System.setProperty("jdk.httpclient.allowRestrictedHeaders", "origin");
    }

    private static final HttpClient http = HttpClient.newHttpClient();
    private final BlockingQueue<String> received = new LinkedBlockingQueue<>();
    private final CompletableFuture<Integer> ended = new CompletableFuture<>();
    private final CompletableFuture<byte[]> pong = new CompletableFuture<>();
    private final boolean reads;
    private final WebSocket connection;

    private TextSocket(URI address, boolean reads, String... headers) {
        this.reads = reads;
        var builder = http.newWebSocketBuilder();
        for (int i = 0; i < headers.length; i += 2) {
            builder.header(headers[i], headers[i + 1]);
        }
        connection = builder.buildAsync(address, new Receiver()).join();
    }

    /**
     * @param headers names and values in turn
     * @throws CompletionException if the handshake is refused
     */
    public static TextSocket connect(int port, String path, String... headers) {
        return new TextSocket(address(port, path), true, headers);
    }

    /** One that reads nothing, not even pings, until it is told to. */
    public static TextSocket connectWithoutReading(int port, String path, String... headers) {
        return new TextSocket(address(port, path), false, headers);
    }

    private static URI address(int port, String path) {
        return URI.create("ws://127.0.0.1:" + port + path);
    }

    /** The status of a handshake that is refused. */
    public static int refusal(int port, String path, String... headers) {
        try (var connected = connect(port, path, headers)) {
            throw new AssertionError("connected, open: " + connected.isOpen());
        } catch (CompletionException refused) {
            if (refused.getCause() instanceof WebSocketHandshakeException handshake) {
                return handshake.getResponse().statusCode();
            }
            throw refused;
        }
    }

    public TextSocket send(String text) {
        connection.sendText(text, true).join();
        return this;
    }

    public TextSocket sendBinary(byte... bytes) {
        connection.sendBinary(ByteBuffer.wrap(bytes), true).join();
        return this;
    }

    /** A part of a message, with more to come. */
    public TextSocket sendPart(String text) {
        connection.sendText(text, false).join();
        return this;
    }

    /** The bytes that come back for those of a ping. */
    public byte[] ping(byte... bytes) {
        connection.sendPing(ByteBuffer.wrap(bytes)).join();
        return pong.orTimeout(SECONDS, TimeUnit.SECONDS).join();
    }

    /**
     * Sends pings until the server ends the connection.
     *
     * @return how many were sent, at most so many
     */
    public int pingUntilCut(int most) {
        var payload = ByteBuffer.allocate(125).asReadOnlyBuffer();
        for (int sent = 0; sent < most; sent++) {
            try {
                connection.sendPing(payload.duplicate()).orTimeout(SECONDS, TimeUnit.SECONDS).join();
            } catch (CompletionException cut) {
                return sent;
            }
        }
        return most;
    }

    /** The next text. */
    public String next() {
        try {
            String next = received.poll(SECONDS, TimeUnit.SECONDS);
            assertThat(next).as("the next frame").isNotNull();
            return next;
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The texts up to the first that holds the part. */
    public List<String> until(String part) {
        var seen = new ArrayList<String>();
        do {
            seen.add(next());
        } while (!seen.getLast().contains(part));
        return seen;
    }

    /** How many texts came that nobody has taken. */
    public int waiting() {
        return received.size();
    }

    /** Begins to read. */
    public void read() {
        connection.request(Long.MAX_VALUE);
    }

    /** The status that the connection ends with; {@link #BROKEN} if nothing is said. */
    public int closed() {
        return ended.orTimeout(SECONDS, TimeUnit.SECONDS).join();
    }

    public boolean isOpen() {
        return !ended.isDone();
    }

    /** As a network breaks: without a good-bye. */
    public void breakOff() {
        connection.abort();
    }

    @Override
    public void close() {
        var _ = connection.sendClose(WebSocket.NORMAL_CLOSURE, "");
    }

    private final class Receiver implements WebSocket.Listener {
        private final StringBuilder text = new StringBuilder();

        @Override
        public void onOpen(WebSocket opened) {
            if (reads) {
                opened.request(Long.MAX_VALUE);
            }
        }

        @Override
        public @Nullable CompletionStage<?> onText(WebSocket from, CharSequence part, boolean last) {
            text.append(part);
            if (last) {
                received.add(text.toString());
                text.setLength(0);
            }
            return null;
        }

        @Override
        public @Nullable CompletionStage<?> onPong(WebSocket from, ByteBuffer payload) {
            byte[] bytes = new byte[payload.remaining()];
            payload.get(bytes);
            pong.complete(bytes);
            return null;
        }

        @Override
        public @Nullable CompletionStage<?> onClose(WebSocket from, int status, String reason) {
            ended.complete(status);
            return null;
        }

        @Override
        public void onError(WebSocket from, Throwable error) {
            ended.complete(BROKEN);
        }
    }
}
