package io.askwell.rest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.askwell.domain.failure.Invalid;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.mock.http.server.reactive.MockServerHttpRequest;
import org.springframework.mock.web.server.MockServerWebExchange;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;
import tools.jackson.databind.json.JsonMapper;

class JsonRoutesTest {
    private final JsonRoutes routes = new JsonRoutes(new JsonMapper());

    @ParameterizedTest
    @CsvSource({"answer, true", "found, true", "refuse, true", "plain, false", "request, false", "two, false"})
    void aRouteTakesTheExchangeAndAnswersAnEntity(String route, boolean one) {
        assertThat(routes.supports(route(route))).isEqualTo(one);
    }

    @Test
    void anAnswerIsWrittenWithStatusAndHeaders() {
        var exchange = call("answer", MockServerHttpRequest.get("/"));

        assertThat(exchange.getResponse().getStatusCode().value()).isEqualTo(201);
        assertThat(exchange.getResponse().getHeaders().getFirst("X-Own")).isEqualTo("a");
        assertThat(exchange.getResponse().getHeaders().getFirst(HttpHeaders.CONTENT_LENGTH)).isEqualTo("7");
        assertThat(exchange.getResponse().getBodyAsString().block()).isEqualTo("[\"one\"]");
    }

    @Test
    void whoHasItAlreadyGetsNoBodyUnlessSomethingWasChanged() {
        var read = call("found", MockServerHttpRequest.get("/").ifNoneMatch("\"3\""));
        var changed = call("found", MockServerHttpRequest.put("/").header("If-None-Match", "\"3\""));

        assertThat(read.getResponse().getStatusCode().value()).isEqualTo(304);
        assertThat(changed.getResponse().getBodyAsString().block()).isEqualTo("[\"one\"]");
    }

    @Test
    void whatARouteThrowsIsSignalled() {
        assertThatThrownBy(() -> call("refuse", MockServerHttpRequest.get("/"))).isInstanceOf(Invalid.class);
    }

    private MockServerWebExchange call(String route, MockServerHttpRequest.BaseBuilder<?> request) {
        var exchange = MockServerWebExchange.from(request);
        assertThat(routes.handle(exchange, route(route)).blockOptional()).isEmpty();
        return exchange;
    }

    private static HandlerMethod route(String name) {
        return Stream.of(Controller.class.getDeclaredMethods()).filter(method -> method.getName().equals(name))
                .map(method -> new HandlerMethod(new Controller(), method)).findFirst().orElseThrow();
    }

    private static final class Controller {
        Mono<ResponseEntity<List<String>>> answer(ServerWebExchange exchange) {
            return Mono.just(ResponseEntity.status(201).header("X-Own", "a").body(List.of("one")));
        }

        Mono<ResponseEntity<List<String>>> found(ServerWebExchange exchange) {
            return Mono.just(ResponseEntity.ok().eTag("\"3\"").body(List.of("one")));
        }

        Mono<ResponseEntity<String>> refuse(ServerWebExchange exchange) {
            throw new Invalid("field", "is wrong");
        }

        Mono<String> plain(ServerWebExchange exchange) {
            return Mono.just("");
        }

        Mono<ResponseEntity<String>> request(ServerHttpRequest request) {
            return Mono.empty();
        }

        Mono<ResponseEntity<String>> two(ServerWebExchange exchange, String other) {
            return Mono.empty();
        }
    }
}
