package io.askwell.rest.customer;

import static io.askwell.testkit.Patience.PATIENCE;
import static org.assertj.core.api.Assertions.assertThat;

import io.askwell.domain.customer.ImportReport;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.core.io.buffer.DefaultDataBufferFactory;
import org.springframework.http.HttpStatus;
import org.springframework.mock.http.server.reactive.MockServerHttpRequest;
import org.springframework.mock.web.server.MockServerWebExchange;
import org.springframework.web.server.ResponseStatusException;
import reactor.core.publisher.Flux;
import reactor.test.StepVerifier;
import tools.jackson.databind.json.JsonMapper;

class ImportControllerTest {
    private static ImportController controller(Duration patience) {
        return new ImportController((lines, mode) -> lines.count().map(count -> new ImportReport(count, 0, List.of())),
                new NdjsonImport(JsonMapper.shared()), new CsvImport(), patience);
    }

    @Test
    void aClientThatStopsSendingIsGivenUp() {
        var exchange = MockServerWebExchange.from(MockServerHttpRequest.post("/customers/import")
                .body(Flux.concat(Flux.just(bytes("{\"name\": \"A\"}\n")), Flux.never())));

        StepVerifier.create(controller(Duration.ofMillis(200)).ndjson(exchange))
                .expectErrorSatisfies(error -> assertThat(error)
                        .isInstanceOfSatisfying(ResponseStatusException.class,
                                timeout -> assertThat(timeout.getStatusCode()).isEqualTo(HttpStatus.REQUEST_TIMEOUT)))
                .verify(PATIENCE);
        assertThat(exchange.getResponse().getHeaders().getConnection()).containsExactly("close");
    }

    @Test
    void linesMayComeInPiecesOfAnySize() {
        byte[] body = "{\"name\":\"Ä\",\"email\":\"a@b.cd\"}\n\n{\"name\":\"B\",\"email\":\"b@b.cd\"}"
                .getBytes(StandardCharsets.UTF_8);
        Flux<DataBuffer> pieces = Flux.range(0, body.length)
                .map(i -> DefaultDataBufferFactory.sharedInstance.wrap(new byte[]{body[i]}));

        StepVerifier.create(controller(PATIENCE).ndjson(MockServerWebExchange.from(
                MockServerHttpRequest.post("/customers/import").body(pieces))))
                .expectNext(new ImportReport(2, 0, List.of())).verifyComplete();
    }

    private static DataBuffer bytes(String text) {
        return DefaultDataBufferFactory.sharedInstance.wrap(text.getBytes(StandardCharsets.UTF_8));
    }
}
