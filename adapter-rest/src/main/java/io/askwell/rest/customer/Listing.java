package io.askwell.rest.customer;

import io.askwell.domain.paging.Page;
import io.askwell.domain.paging.PageRequest;
import io.askwell.rest.Cursor;
import io.askwell.rest.NextPage;
import java.util.List;
import java.util.function.Function;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.core.io.buffer.DataBufferFactory;
import org.springframework.http.ResponseEntity;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Flux;
import tools.jackson.databind.json.JsonMapper;

/** Lists as clients get them: a page as an array, or all of it line by line. */
final class Listing {
    /** Lines that are written at once. */
    private static final int LINES = 500;
    /** More would be copied once, fewer would be wasted. */
    private static final int BYTES_OF_A_LINE = 100;
    private final JsonMapper json;

    Listing(JsonMapper json) {
        this.json = json;
    }

    /** The page, and where the next one is. */
    static <T, R> ResponseEntity<List<R>> page(ServerHttpRequest request, PageRequest<?> asked, Page<T> page,
            Function<T, R> response) {
        return ResponseEntity.ok()
                .headers(headers -> NextPage.link(headers, request,
                        page.next().map(next -> Cursor.encode(next, asked.sort()))))
                .body(page.items().stream().map(response).toList());
    }

    /** A JSON text per line; no more of them than {@code limit} says, if the request says it. */
    Flux<DataBuffer> lines(ServerWebExchange exchange, Flux<?> responses) {
        String limit = exchange.getRequest().getQueryParams().getFirst("limit");
        DataBufferFactory buffers = exchange.getResponse().bufferFactory();
        return (limit == null ? responses : responses.take(Integer.parseInt(limit))).buffer(LINES).map(some -> {
            DataBuffer lines = buffers.allocateBuffer(some.size() * BYTES_OF_A_LINE);
            some.forEach(response -> lines.write(json.writeValueAsBytes(response)).write((byte) '\n'));
            return lines;
        });
    }
}
