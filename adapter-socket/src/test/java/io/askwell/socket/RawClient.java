package io.askwell.socket;

import static io.askwell.testkit.Patience.await;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.concurrent.CompletableFuture;

/** Speaks the protocols by hand. */
public final class RawClient {
    static {
        // The client would not let a test say where its page is from.
        System.setProperty("jdk.httpclient.allowRestrictedHeaders", "origin");
    }

    private static final HttpClient http = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private static final String POLLING = "EIO=4&transport=polling";
    private static final String WEB_SOCKET = "EIO=4&transport=websocket";
    private final LocalServer server;

    public RawClient(LocalServer server) {
        this.server = server;
    }

    /** What one session gets over polling. */
    public final class Polling {
        public final String sid;

        private Polling(String sid) {
            this.sid = sid;
        }

        public HttpResponse<String> poll() {
            return pollLater().join();
        }

        public CompletableFuture<HttpResponse<String>> pollLater() {
            return http.sendAsync(get(POLLING + "&sid=" + sid), BodyHandlers.ofString());
        }

        /** One that the server has got. */
        public CompletableFuture<HttpResponse<String>> pollThatWaits() {
            int before = server.requests();
            var poll = pollLater();
            await().until(() -> server.requests() > before);
            return poll;
        }

        public HttpResponse<String> post(String body) {
            return send(HttpRequest.newBuilder(server.http(POLLING + "&sid=" + sid))
                    .POST(BodyPublishers.ofString(body)).build());
        }

        public Frames upgrade() {
            return connect(WEB_SOCKET + "&sid=" + sid);
        }
    }

    public Polling polling() {
        String terms = open(POLLING).body();
        return new Polling(terms.replaceAll(".*\"sid\":\"([^\"]+)\".*", "$1"));
    }

    /** Connected, and the terms are still to be read. */
    public Frames webSocket() {
        return connect(WEB_SOCKET);
    }

    public Frames connect(String query) {
        return Frames.connect(http, server.webSocket(query));
    }

    public HttpResponse<String> open(String query) {
        return send(get(query));
    }

    public HttpResponse<String> request(String method, String query) {
        return send(HttpRequest.newBuilder(server.http(query)).method(method, BodyPublishers.noBody()).build());
    }

    private HttpRequest get(String query) {
        return HttpRequest.newBuilder(server.http(query)).build();
    }

    public static HttpResponse<String> send(HttpRequest request) {
        try {
            return http.send(request, BodyHandlers.ofString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
