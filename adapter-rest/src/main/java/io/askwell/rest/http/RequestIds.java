package io.askwell.rest.http;

import io.askwell.domain.access.RequestId;
import java.util.HexFormat;
import java.util.concurrent.ThreadLocalRandom;
import org.springframework.http.server.reactive.ServerHttpRequest;

/** The id that the client sent, or a new one. */
final class RequestIds {
    static final String HEADER = "X-Request-Id";

    private RequestIds() {}

    static RequestId of(ServerHttpRequest request) {
        return RequestId.parse(request.getHeaders().getFirst(HEADER)).orElseGet(RequestIds::create);
    }

    /** An id is no secret: it need not be hard to guess, but quick to make. */
    private static RequestId create() {
        return new RequestId(HexFormat.of().toHexDigits(ThreadLocalRandom.current().nextLong()));
    }
}
