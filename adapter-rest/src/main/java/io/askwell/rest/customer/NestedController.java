package io.askwell.rest.customer;

import io.askwell.domain.customer.Belonging;
import io.askwell.domain.customer.BelongingQuery;
import io.askwell.domain.customer.CustomerId;
import io.askwell.domain.paging.PageRequest;
import io.askwell.rest.JsonBodies;
import java.util.List;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** The routes of one kind of things of the customer that the path names. */
abstract class NestedController<I, D extends Belonging, Q extends BelongingQuery<I, D, Q>, B extends BelongingRequest<D>, R> {
    private final BelongingResource<I, D, Q, B, R> resource;
    private final RequestKeys keys;
    private final Listing listing;
    private final JsonBodies bodies;

    NestedController(BelongingResource<I, D, Q, B, R> resource, RequestKeys keys, Listing listing,
            JsonBodies bodies) {
        this.resource = resource;
        this.keys = keys;
        this.listing = listing;
        this.bodies = bodies;
    }

    @GetMapping(produces = MediaType.APPLICATION_JSON_VALUE)
    Mono<ResponseEntity<List<R>>> list(ServerWebExchange exchange) {
        ServerHttpRequest request = exchange.getRequest();
        Q query = resource.query(request, true, PageRequest.DEFAULT_LIMIT);
        return resource.things().listOf(PathIds.customer(PathIds.of(exchange)), query)
                .map(page -> Listing.page(request, query.page(), page, resource::response));
    }

    @GetMapping(produces = MediaType.APPLICATION_NDJSON_VALUE)
    Flux<DataBuffer> stream(ServerWebExchange exchange) {
        Q query = resource.query(exchange.getRequest(), true, PageRequest.MAX_LIMIT);
        return listing.lines(exchange, resource.things().streamOf(PathIds.customer(PathIds.of(exchange)), query)
                .map(resource::response));
    }

    @PostMapping(consumes = MediaType.APPLICATION_JSON_VALUE, produces = MediaType.APPLICATION_JSON_VALUE)
    Mono<ResponseEntity<R>> create(ServerWebExchange exchange) {
        CustomerId customer = PathIds.customer(PathIds.of(exchange));
        return bodies.read(exchange, resource.type()).flatMap(body -> {
            D data = body.parseFor(customer);
            return keys.of(exchange, body).flatMap(key -> resource.things().create(data, key));
        }).map(resource::created);
    }
}
