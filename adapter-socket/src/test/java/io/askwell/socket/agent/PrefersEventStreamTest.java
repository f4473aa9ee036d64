package io.askwell.socket.agent;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.http.codec.HttpMessageReader;
import org.springframework.mock.http.server.reactive.MockServerHttpRequest;
import org.springframework.mock.web.server.MockServerWebExchange;
import org.springframework.web.reactive.function.server.ServerRequest;

class PrefersEventStreamTest {
    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"text/event-stream | true", "text/event-stream, */* | true",
            "*/*, text/event-stream | true", "text/event-stream, application/json | true",
            "application/json;q=0.5, text/event-stream | true", "text/event-stream;charset=utf-8 | true",
            "application/json, text/event-stream | false", "text/event-stream;q=0.5, application/json | false",
            "text/event-stream;q=0 | false", "*/* | false", "text/* | false", "application/json | false",
            "text/html | false", "nonsense | false", "'' | false"})
    void isTrueOnlyWhereTheClientNamesAStreamBeforeJson(String accept, boolean stream) {
        var request = MockServerHttpRequest.post("/agent/query");
        if (!accept.isEmpty()) {
            request.header("Accept", accept);
        }

        assertThat(new PrefersEventStream().test(ServerRequest.create(MockServerWebExchange.from(request.build()),
                List.<HttpMessageReader<?>>of()))).isEqualTo(stream);
    }
}
