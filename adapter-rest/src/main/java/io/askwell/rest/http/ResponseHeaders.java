package io.askwell.rest.http;

import java.util.Map;
import org.springframework.http.HttpHeaders;
import org.springframework.http.server.reactive.ServerHttpResponse;

/** The headers of every response. They are there before it is made, so that a route can replace one. */
final class ResponseHeaders {
    private static final String CONTENT_SECURITY_POLICY = "Content-Security-Policy";
    private static final Map<String, String> ALL = Map.of(
            "X-Content-Type-Options", "nosniff",
            "X-Frame-Options", "DENY",
            "Referrer-Policy", "no-referrer",
            // What a key opened is for its owner alone, and is asked for again: an unchanged ETag makes that cheap.
            HttpHeaders.CACHE_CONTROL, "private, no-cache",
            HttpHeaders.VARY, HttpHeaders.ACCEPT_ENCODING);
    /** JSON is no page: nothing in it shall ever be run or shown. */
    private static final String OF_THE_API = "default-src 'none'; frame-ancestors 'none'";
    /** Swagger UI brings its own scripts, and sets styles and pictures inline. */
    private static final String OF_THE_DOCS = "default-src 'self'; style-src 'self' 'unsafe-inline'; "
            + "img-src 'self' data:; frame-ancestors 'none'";

    private ResponseHeaders() {}

    static void addTo(ServerHttpResponse response, String path) {
        HttpHeaders headers = response.getHeaders();
        ALL.forEach(headers::set);
        headers.set(CONTENT_SECURITY_POLICY, isDocs(path) ? OF_THE_DOCS : OF_THE_API);
    }

    private static boolean isDocs(String path) {
        return path.startsWith("/swagger-ui");
    }
}
