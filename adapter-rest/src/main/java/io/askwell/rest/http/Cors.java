package io.askwell.rest.http;

import io.askwell.rest.http.HttpSettings.Origin;
import java.time.Duration;
import java.util.List;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.server.reactive.ServerHttpResponse;
import org.springframework.web.cors.CorsConfiguration;
import org.springframework.web.cors.reactive.CorsWebFilter;
import org.springframework.web.cors.reactive.DefaultCorsProcessor;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.server.WebFilter;

/** Lets the pages of some origins call the API. They bring a key in a header; cookies are never taken. */
final class Cors {
    private static final Duration PREFLIGHT_LASTS = Duration.ofHours(1);

    private Cors() {}

    static WebFilter filter(List<Origin> origins) {
        if (origins.isEmpty()) {
            return (exchange, chain) -> chain.filter(exchange);
        }
        var configuration = new CorsConfiguration();
        configuration.setAllowedOrigins(origins.stream().map(Origin::value).toList());
        configuration.setAllowCredentials(false);
        configuration.setAllowedMethods(List.of("GET", "POST", "PUT", "PATCH", "DELETE"));
        configuration.setAllowedHeaders(List.of("X-API-Key", HttpHeaders.AUTHORIZATION, HttpHeaders.CONTENT_TYPE,
                HttpHeaders.IF_MATCH, HttpHeaders.IF_NONE_MATCH, "Idempotency-Key", RequestIds.HEADER,
                "Last-Event-ID"));
        configuration.setExposedHeaders(List.of(HttpHeaders.ETAG, HttpHeaders.LOCATION, HttpHeaders.LINK,
                RequestIds.HEADER, HttpHeaders.RETRY_AFTER));
        configuration.setMaxAge(PREFLIGHT_LASTS);
        return new CorsWebFilter(exchange -> configuration, new RefusalInWords());
    }

    /** Spring refuses with an empty response; here it becomes a problem like all others. */
    private static final class RefusalInWords extends DefaultCorsProcessor {
        @Override
        protected void rejectRequest(ServerHttpResponse response) {
            throw new ResponseStatusException(HttpStatus.FORBIDDEN,
                    "Pages of this origin may not ask for this: see CORS_ORIGINS.");
        }
    }
}
