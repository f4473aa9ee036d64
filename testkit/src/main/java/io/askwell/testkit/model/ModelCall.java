package io.askwell.testkit.model;

import io.askwell.testkit.Patience;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;

/** A request that a {@link ScriptedModel} got, and how far its reply came. */
public final class ModelCall {
    private final String body;
    private final Map<String, String> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    private final AtomicInteger tokensSent = new AtomicInteger();
    private final AtomicBoolean ended = new AtomicBoolean();
    private final CompletableFuture<Void> closedByClient = new CompletableFuture<>();

    ModelCall(String body, Iterable<Map.Entry<String, String>> headers) {
        this.body = body;
        headers.forEach(header -> this.headers.put(header.getKey(), header.getValue()));
    }

    /** JSON. */
    public String body() {
        return body;
    }

    /** @param name in any case */
    public Optional<String> header(String name) {
        return Optional.ofNullable(headers.get(name));
    }

    /** How many pieces of text or of a tool call were handed to the connection. */
    public int tokensSent() {
        return tokensSent.get();
    }

    /** Completes when the client closes the connection before the reply has ended. */
    public CompletableFuture<Void> closedByClient() {
        return closedByClient.copy();
    }

    /**
     * Waits until the client has closed the connection before the reply ended.
     *
     * @throws AssertionError if it does not
     */
    public void awaitClosedByClient() {
        Patience.await(closedByClient);
    }

    void sentToken() {
        tokensSent.incrementAndGet();
    }

    void end() {
        ended.set(true);
    }

    void connectionClosed() {
        if (!ended.get()) {
            closedByClient.complete(null);
        }
    }
}
