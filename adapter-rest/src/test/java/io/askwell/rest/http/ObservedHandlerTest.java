package io.askwell.rest.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.askwell.domain.access.RequestId;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.springframework.http.HttpStatus;
import org.springframework.http.server.reactive.HttpHandler;
import org.springframework.mock.http.server.reactive.MockServerHttpRequest;
import org.springframework.mock.http.server.reactive.MockServerHttpResponse;
import reactor.core.publisher.Mono;

class ObservedHandlerTest {
    private final List<Served> observed = new ArrayList<>();
    private final MockServerHttpRequest request = MockServerHttpRequest.get("/customers/1?apiKey=hush")
            .header("X-Request-Id", "mine").build();
    private final MockServerHttpResponse response = new MockServerHttpResponse();

    @Test
    void tellsHowARequestEnded() {
        serve((in, out) -> {
            out.setStatusCode(HttpStatus.NOT_FOUND);
            return out.setComplete();
        }).block();

        assertThat(observed).singleElement().satisfies(served -> {
            assertThat(served.id()).isEqualTo(new RequestId("mine"));
            assertThat(served.path()).isEqualTo("/customers/1");
            assertThat(served.route()).isEqualTo(Served.UNKNOWN);
            assertThat(served.status()).isEqualTo(404);
        });
    }

    @Test
    void aClientThatGoesBeforeThereIsAResponseIsNoSuccess() {
        serve((in, out) -> Mono.never()).subscribe().dispose();

        assertThat(observed).extracting(Served::status).containsExactly(Served.CLIENT_GONE);
    }

    @Test
    void whatServesTheRequestFindsItsIdInTheContext() {
        var found = new AtomicReference<String>();

        serve((in, out) -> Mono.deferContextual(context -> {
            found.set(context.get(RequestId.NAME));
            return Mono.empty();
        })).block();

        assertThat(found).hasValue("mine");
    }

    @Test
    void aRouteReplacesAHeaderOfAllResponses() {
        serve((in, out) -> {
            assertThat(out.getHeaders().getCacheControl()).isEqualTo("private, no-cache");
            out.getHeaders().setCacheControl("no-store");
            return out.setComplete();
        }).block();

        assertThat(response.getHeaders().get("Cache-Control")).containsExactly("no-store");
    }

    private Mono<Void> serve(HttpHandler handler) {
        return new ObservedHandler(handler, List.of(observed::add)).handle(request, response);
    }
}
