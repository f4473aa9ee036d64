package io.askwell.rest.http;

import java.net.URI;
import java.util.List;
import org.springframework.web.cors.CorsConfiguration;

/**
 * How the server behaves towards every client.
 *
 * @param origins whose pages may call the API from a browser
 * @param accessLog whether each request is written to the log
 */
public record HttpSettings(List<Origin> origins, boolean accessLog) {
    /** No pages but our own, and no access log. */
    public static final HttpSettings DEFAULT = new HttpSettings(List.of(), false);

    public HttpSettings {
        origins = List.copyOf(origins);
    }

    /**
     * An origin as browsers send it.
     *
     * @param value such as {@code https://app.example.com:8443}, or {@code *} for all
     */
    public record Origin(String value) {
        /** @throws IllegalArgumentException if the text is not an origin; the message says why */
        public static Origin parse(String text) {
            if (text.equals(CorsConfiguration.ALL)) {
                return new Origin(text);
            }
            // Browsers send it just so: in lower case and with nothing behind the port. Anything else would never match.
            if (!text.matches("https?://[a-z0-9.\\-\\[\\]:]+") || !isOrigin(URI.create(text))) {
                throw new IllegalArgumentException("'%s' is not an origin".formatted(text));
            }
            return new Origin(text);
        }

        private static boolean isOrigin(URI uri) {
            return uri.getHost() != null && uri.getRawPath().isEmpty() && uri.getPort() < 65_536;
        }
    }
}
