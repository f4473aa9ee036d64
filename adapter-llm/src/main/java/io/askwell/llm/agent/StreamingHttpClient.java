package io.askwell.llm.agent;

import dev.langchain4j.http.client.HttpClient;
import dev.langchain4j.http.client.HttpClientBuilder;
import dev.langchain4j.http.client.HttpRequest;
import dev.langchain4j.http.client.SuccessfulHttpResponse;
import dev.langchain4j.http.client.sse.ServerSentEvent;
import dev.langchain4j.http.client.sse.ServerSentEventContext;
import dev.langchain4j.http.client.sse.ServerSentEventListener;
import dev.langchain4j.http.client.sse.ServerSentEventParser;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.io.UncheckedIOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient.Version;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpTimeoutException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Performs each exchange on the calling thread, which should be a virtual one. To interrupt the thread ends the exchange
 * at any point and closes its connection. HTTP/1.1, where a slow reader slows down the server and to close a stream is to
 * close a connection.
 */
final class StreamingHttpClient implements HttpClient {
    private static final String DONE = "[DONE]";
    private static final Duration PATIENCE_AFTER_DONE = Duration.ofMillis(200);
    private static final int MAX_ERROR_BYTES = 2_000;
    private final java.net.http.HttpClient http;
    private final Duration firstTokenTimeout;
    private final Duration tokenTimeout;

    StreamingHttpClient(ModelSettings settings) {
        this.http = java.net.http.HttpClient.newBuilder().version(Version.HTTP_1_1)
                .connectTimeout(settings.connectTimeout())
                .executor(Executors.newVirtualThreadPerTaskExecutor()).build();
        this.firstTokenTimeout = settings.firstTokenTimeout();
        this.tokenTimeout = settings.tokenTimeout();
    }

    @Override
    public SuccessfulHttpResponse execute(HttpRequest request) {
        try {
            HttpResponse<TimedBody> response = exchange(request);
            try (TimedBody body = response.body()) {
                return SuccessfulHttpResponse.builder().statusCode(response.statusCode())
                        .headers(response.headers().map()).body(body.readAllBytes()).build();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void execute(HttpRequest request, ServerSentEventParser parser, ServerSentEventListener listener) {
        try {
            HttpResponse<TimedBody> response = exchange(request);
            try (TimedBody body = response.body()) {
                listener.onOpen(SuccessfulHttpResponse.builder().statusCode(response.statusCode())
                        .headers(response.headers().map()).build());
                var relay = new Relay(listener, body);
                parser.parse(body, relay);
                relay.finish();
            }
        } catch (IOException | RuntimeException e) {
            listener.onError(e);
        }
    }

    /**
     * Sends the request and waits for the headers.
     *
     * @throws HttpRefused for a status other than 2xx
     */
    private HttpResponse<TimedBody> exchange(HttpRequest request) throws IOException {
        long started = System.nanoTime();
        HttpResponse<TimedBody> response = sendTwiceIfStale(translate(request));
        TimedBody body = response.body();
        body.patience(atLeastAMoment(firstTokenTimeout.minusNanos(System.nanoTime() - started)));
        if (response.statusCode() / 100 != 2) {
            try (body) {
                throw new HttpRefused(response.statusCode(),
                        new String(body.readNBytes(MAX_ERROR_BYTES), StandardCharsets.UTF_8),
                        response.headers().firstValue("Retry-After").map(String::strip));
            }
        }
        return response;
    }

    private static Duration atLeastAMoment(Duration duration) {
        return duration.isPositive() ? duration : Duration.ofMillis(1);
    }

    /**
     * A kept connection may have been closed by the server while it was idle, which shows only when it is used; the JDK
     * repeats the request by itself only where the method is idempotent.
     */
    private HttpResponse<TimedBody> sendTwiceIfStale(java.net.http.HttpRequest request) throws IOException {
        try {
            return send(request);
        } catch (ConnectException | HttpTimeoutException | InterruptedIOException e) {
            throw e;
        } catch (IOException stale) {
            return send(request);
        }
    }

    private HttpResponse<TimedBody> send(java.net.http.HttpRequest request) throws IOException {
        var pending = http.sendAsync(request, head -> new TimedBody(firstTokenTimeout));
        try {
            return pending.get(firstTokenTimeout.toNanos(), TimeUnit.NANOSECONDS);
        } catch (TimeoutException e) {
            abandon(pending);
            throw new HttpTimeoutException("no headers within " + firstTokenTimeout);
        } catch (InterruptedException e) {
            abandon(pending);
            Thread.currentThread().interrupt();
            throw new InterruptedIOException("interrupted before the headers");
        } catch (ExecutionException e) {
            throw e.getCause() instanceof IOException io ? io : new IOException(e.getCause());
        }
    }

    /** Cancels; should the headers have come at this very moment, the body is not wanted either. */
    private static void abandon(Future<HttpResponse<TimedBody>> pending) {
        pending.cancel(true);
        if (pending.state() == Future.State.SUCCESS) {
            pending.resultNow().body().close();
        }
    }

    private static java.net.http.HttpRequest translate(HttpRequest request) {
        var translated = java.net.http.HttpRequest.newBuilder(URI.create(request.url())).method(request.method().name(),
                request.body() == null ? BodyPublishers.noBody() : BodyPublishers.ofString(request.body()));
        request.headers().forEach((name, values) -> values.forEach(value -> translated.header(name, value)));
        return translated.build();
    }

    /** Sets the body's patience by the events that arrive, and lets only one ending through. */
    private final class Relay implements ServerSentEventListener {
        private final ServerSentEventListener listener;
        private final TimedBody body;
        private boolean done;
        private boolean failed;

        Relay(ServerSentEventListener listener, TimedBody body) {
            this.listener = listener;
            this.body = body;
        }

        @Override
        public void onEvent(ServerSentEvent event, ServerSentEventContext context) {
            done |= DONE.equals(event.data());
            // Some servers keep the connection open after the last event: that is no reason to wait.
            body.patience(done ? PATIENCE_AFTER_DONE : tokenTimeout);
            listener.onEvent(event, context);
        }

        @Override
        public void onError(Throwable error) {
            if (!done) {
                failed = true;
                listener.onError(error);
            }
        }

        void finish() {
            if (!failed) {
                listener.onClose();
            }
        }
    }

    /** Builds the client from our settings; the library's own timeouts are ignored. */
    record Builder(ModelSettings settings) implements HttpClientBuilder {

        @Override
        public Duration connectTimeout() {
            return settings.connectTimeout();
        }

        @Override
        public HttpClientBuilder connectTimeout(Duration timeout) {
            return this;
        }

        @Override
        public Duration readTimeout() {
            return settings.tokenTimeout();
        }

        @Override
        public HttpClientBuilder readTimeout(Duration timeout) {
            return this;
        }

        @Override
        public HttpClient build() {
            return new StreamingHttpClient(settings);
        }
    }
}
