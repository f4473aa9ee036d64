package io.askwell.rest.customer;

import io.askwell.domain.access.Caller;
import io.askwell.domain.customer.RequestKey;
import io.askwell.domain.failure.Invalid;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Optional;
import java.util.regex.Pattern;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;
import tools.jackson.databind.json.JsonMapper;

/** Reads {@code Idempotency-Key}. */
final class RequestKeys {
    static final String HEADER = "Idempotency-Key";
    private static final Pattern VISIBLE = Pattern.compile("[!-~]{1," + RequestKey.MAX_LENGTH + "}");
    private final JsonMapper json;

    RequestKeys(JsonMapper json) {
        this.json = json;
    }

    /**
     * The key of a request, if it has one.
     *
     * @param body as it was read: spelling and white space make no other request
     * @throws Invalid if the key is no text of visible ASCII characters
     */
    Mono<Optional<RequestKey>> of(ServerWebExchange exchange, Object body) {
        ServerHttpRequest request = exchange.getRequest();
        String key = request.getHeaders().getFirst(HEADER);
        if (key == null) {
            return Mono.just(Optional.empty());
        }
        if (!VISIBLE.matcher(key).matches()) {
            throw new Invalid(HEADER, "must be 1 to %d visible ASCII characters".formatted(RequestKey.MAX_LENGTH));
        }
        return exchange.getPrincipal().map(principal -> Optional.of(new RequestKey(new Caller(principal.getName()), key,
                fingerprint(request.getPath().value(), body))));
    }

    private String fingerprint(String path, Object body) {
        try {
            var digest = MessageDigest.getInstance("SHA-256");
            digest.update(json.writeValueAsBytes(path));
            return HexFormat.of().formatHex(digest.digest(json.writeValueAsBytes(body)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
