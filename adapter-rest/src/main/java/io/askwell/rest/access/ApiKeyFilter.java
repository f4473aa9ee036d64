package io.askwell.rest.access;

import io.askwell.domain.access.Caller;
import io.askwell.domain.access.port.in.Authenticate;
import io.askwell.rest.RequestAttributes;
import java.security.Principal;
import java.util.List;
import java.util.Optional;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.server.PathContainer;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilter;
import org.springframework.web.server.WebFilterChain;
import org.springframework.web.util.pattern.PathPattern;
import org.springframework.web.util.pattern.PathPatternParser;
import reactor.core.publisher.Mono;

/**
 * Lets a request through if it brings a key, in {@code X-API-Key} or as a bearer token; the exchange's principal is then
 * the key's owner. What is open to all is listed here, so that a new route is closed until somebody opens it.
 */
final class ApiKeyFilter implements WebFilter {
    static final String HEADER = "X-API-Key";
    private static final String BEARER = "Bearer ";
    private static final List<PathPattern> OPEN = List.of("/health/**", "/metrics", "/v3/api-docs", "/v3/api-docs.yaml",
            "/swagger-ui.html", "/swagger-ui/**",
            // Its clients show their key when they connect to a namespace, and nothing is served before.
            "/socket.io/**").stream()
            .map(PathPatternParser.defaultInstance::parse).toList();
    /** Browsers cannot set a header there: who brings no key shows it in the first frame. One that is brought must be valid. */
    private static final PathPattern KEY_MAY_FOLLOW = PathPatternParser.defaultInstance.parse("/agent/ws");
    private final Authenticate authenticate;

    ApiKeyFilter(Authenticate authenticate) {
        this.authenticate = authenticate;
    }

    @Override
    public Mono<Void> filter(ServerWebExchange exchange, WebFilterChain chain) {
        PathContainer path = exchange.getRequest().getPath().pathWithinApplication();
        if (OPEN.stream().anyMatch(pattern -> pattern.matches(path))) {
            return chain.filter(exchange);
        }
        Optional<String> key = presentedKey(exchange.getRequest());
        if (key.isEmpty() && KEY_MAY_FOLLOW.matches(path)) {
            return chain.filter(exchange);
        }
        return key.flatMap(authenticate::owner)
                .map(caller -> chain.filter(as(caller, exchange)))
                .orElseGet(() -> Mono.error(new KeyRequired()));
    }

    private static Optional<String> presentedKey(ServerHttpRequest request) {
        return Optional.ofNullable(request.getHeaders().getFirst(HEADER))
                .or(() -> Optional.ofNullable(request.getHeaders().getFirst(HttpHeaders.AUTHORIZATION))
                        .filter(value -> value.regionMatches(true, 0, BEARER, 0, BEARER.length()))
                        .map(value -> value.substring(BEARER.length()).strip()));
    }

    private static ServerWebExchange as(Caller caller, ServerWebExchange exchange) {
        exchange.getAttributes().put(RequestAttributes.CALLER, caller.name());
        Principal principal = caller::name;
        return exchange.mutate().principal(Mono.just(principal)).build();
    }

    /** No key, or one that nobody has; which of the two is not told. */
    static final class KeyRequired extends ResponseStatusException {
        KeyRequired() {
            super(HttpStatus.UNAUTHORIZED, "This needs a valid key in the header X-API-Key or as a bearer token.");
        }

        @Override
        public HttpHeaders getHeaders() {
            var headers = new HttpHeaders();
            headers.set(HttpHeaders.WWW_AUTHENTICATE, "Bearer realm=\"askwell\"");
            return headers;
        }
    }
}
