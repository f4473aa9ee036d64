package io.askwell.rest;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.http.HttpHeaders;
import org.springframework.http.server.reactive.ServerHttpRequest;

/** The header {@code Link} of a page that is not the last. */
public final class NextPage {
    private NextPage() {}

    /** @param cursor where the list goes on; empty if it does not */
    public static void link(HttpHeaders headers, ServerHttpRequest request, Optional<String> cursor) {
        cursor.ifPresent(next -> headers.set(HttpHeaders.LINK,
                "<%s?%s>; rel=\"next\"".formatted(request.getPath().value(), query(request, next))));
    }

    /** The query of the request, but for the cursor. */
    private static String query(ServerHttpRequest request, String cursor) {
        var query = new LinkedHashMap<>(request.getQueryParams().toSingleValueMap());
        query.put("cursor", cursor);
        return query.entrySet().stream().map(parameter -> parameter.getKey() + "="
                + URLEncoder.encode(parameter.getValue(), StandardCharsets.UTF_8)).collect(Collectors.joining("&"));
    }
}
