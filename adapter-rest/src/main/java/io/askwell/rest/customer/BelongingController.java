package io.askwell.rest.customer;

import io.askwell.domain.customer.Belonging;
import io.askwell.domain.customer.BelongingQuery;
import io.askwell.domain.customer.CustomerNotFound;
import io.askwell.domain.failure.Invalid;
import io.askwell.domain.paging.PageRequest;
import io.askwell.rest.JsonBodies;
import java.util.List;
import java.util.function.UnaryOperator;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import tools.jackson.databind.JsonNode;

/** The routes of all of one kind of things, whoever they belong to. */
abstract class BelongingController<I, D extends Belonging, Q extends BelongingQuery<I, D, Q>, B extends BelongingRequest<D>, R> {
    private final BelongingResource<I, D, Q, B, R> resource;
    private final RequestKeys keys;
    private final MergePatch patches;
    private final Listing listing;
    private final JsonBodies bodies;

    BelongingController(BelongingResource<I, D, Q, B, R> resource, RequestKeys keys, MergePatch patches,
            Listing listing, JsonBodies bodies) {
        this.resource = resource;
        this.keys = keys;
        this.patches = patches;
        this.listing = listing;
        this.bodies = bodies;
    }

    @GetMapping(produces = MediaType.APPLICATION_JSON_VALUE)
    Mono<ResponseEntity<List<R>>> list(ServerWebExchange exchange) {
        ServerHttpRequest request = exchange.getRequest();
        Q query = resource.query(request, false, PageRequest.DEFAULT_LIMIT);
        return resource.things().list(query)
                .map(page -> Listing.page(request, query.page(), page, resource::response));
    }

    @GetMapping(produces = MediaType.APPLICATION_NDJSON_VALUE)
    Flux<DataBuffer> stream(ServerWebExchange exchange) {
        return listing.lines(exchange, resource.things()
                .stream(resource.query(exchange.getRequest(), false, PageRequest.MAX_LIMIT)).map(resource::response));
    }

    @GetMapping(path = "/{id}", produces = MediaType.APPLICATION_JSON_VALUE)
    Mono<ResponseEntity<R>> find(ServerWebExchange exchange) {
        return resource.things().find(resource.id(PathIds.of(exchange))).map(resource::ok);
    }

    @PostMapping(consumes = MediaType.APPLICATION_JSON_VALUE, produces = MediaType.APPLICATION_JSON_VALUE)
    Mono<ResponseEntity<R>> create(ServerWebExchange exchange) {
        return bodies.read(exchange, resource.type()).flatMap(body -> {
            D data = body.parse();
            return keys.of(exchange, body).flatMap(key -> resource.things().create(data, key));
        }).map(resource::created)
                // Here the customer stands in the body, so that it is a wrong field rather than a missing resource.
                .onErrorMap(CustomerNotFound.class, BelongingController::unknownCustomer);
    }

    @PutMapping(path = "/{id}", consumes = MediaType.APPLICATION_JSON_VALUE, produces = MediaType.APPLICATION_JSON_VALUE)
    Mono<ResponseEntity<R>> replace(ServerWebExchange exchange) {
        return bodies.read(exchange, resource.type()).flatMap(body -> {
            D data = body.parse();
            return change(exchange, before -> data);
        });
    }

    @PatchMapping(path = "/{id}", consumes = {MergePatch.MEDIA_TYPE,
            MediaType.APPLICATION_JSON_VALUE}, produces = MediaType.APPLICATION_JSON_VALUE)
    Mono<ResponseEntity<R>> patch(ServerWebExchange exchange) {
        return bodies.read(exchange, JsonNode.class).flatMap(patch -> change(exchange,
                before -> patches.apply(resource.request(before), patch, resource.type()).parse()));
    }

    private Mono<ResponseEntity<R>> change(ServerWebExchange exchange, UnaryOperator<D> change) {
        return resource.things().change(resource.id(PathIds.of(exchange)),
                Versions.precondition(exchange.getRequest().getHeaders()), change)
                .map(resource::ok).onErrorMap(CustomerNotFound.class, BelongingController::unknownCustomer);
    }

    @DeleteMapping("/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    Mono<Void> delete(@PathVariable String id, ServerHttpRequest request) {
        return resource.things().delete(resource.id(id), Versions.precondition(request.getHeaders()));
    }

    private static Invalid unknownCustomer(CustomerNotFound absent) {
        return new Invalid("customerId", absent.reason());
    }
}
