package io.askwell.rest.customer;

import io.askwell.domain.customer.Customer;
import io.askwell.domain.customer.CustomerDetails;
import io.askwell.domain.customer.CustomerDetails.Part;
import io.askwell.domain.customer.CustomerId;
import io.askwell.domain.customer.CustomerQuery;
import io.askwell.domain.customer.Stored;
import io.askwell.domain.customer.port.in.ManageCustomers;
import io.askwell.domain.failure.Invalid;
import io.askwell.domain.paging.PageRequest;
import io.askwell.rest.JsonBodies;
import io.askwell.rest.QueryParameters;
import java.net.URI;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
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
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import tools.jackson.databind.JsonNode;

/** {@code /customers}. */
@RestController
@RequestMapping("/customers")
class CustomerController {
    private static final String[] LIST_PARAMETERS = {"limit", "cursor", "sort", "name", "email", "city", "country",
            "orderDateFrom", "orderDateTo", "totalAmountMin", "totalAmountMax", "include"};
    private final ManageCustomers customers;
    private final CustomerMapper mapper;
    private final RequestKeys keys;
    private final MergePatch patches;
    private final Listing listing;
    private final JsonBodies bodies;

    CustomerController(ManageCustomers customers, CustomerMapper mapper, RequestKeys keys, MergePatch patches,
            Listing listing, JsonBodies bodies) {
        this.customers = customers;
        this.mapper = mapper;
        this.keys = keys;
        this.patches = patches;
        this.listing = listing;
        this.bodies = bodies;
    }

    @GetMapping(produces = MediaType.APPLICATION_JSON_VALUE)
    Mono<ResponseEntity<List<CustomerResponse>>> list(ServerWebExchange exchange) {
        ServerHttpRequest request = exchange.getRequest();
        CustomerQuery query = query(new QueryParameters(request, LIST_PARAMETERS), PageRequest.DEFAULT_LIMIT);
        return customers.list(query).map(page -> Listing.page(request, query.page(), page, mapper::response));
    }

    @GetMapping(produces = MediaType.APPLICATION_NDJSON_VALUE)
    Flux<DataBuffer> stream(ServerWebExchange exchange) {
        CustomerQuery query = query(new QueryParameters(exchange.getRequest(), LIST_PARAMETERS), PageRequest.MAX_LIMIT);
        return listing.lines(exchange, customers.stream(query).map(mapper::response));
    }

    private static CustomerQuery query(QueryParameters parameters, int defaultLimit) {
        return new CustomerQuery(new CustomerQuery.Filter(parameters.text("name"), parameters.text("email"),
                parameters.text("city"), parameters.text("country"),
                parameters.days("orderDateFrom", "orderDateTo"),
                parameters.amounts("totalAmountMin", "totalAmountMax")),
                parameters.page(CustomerQuery.SORT_FIELDS, defaultLimit), parts(parameters, "none"));
    }

    /** What {@code include} asks for: {@code none}, or a list. */
    private static Set<Part> parts(QueryParameters parameters, String usual) {
        var parts = EnumSet.noneOf(Part.class);
        String include = parameters.text("include").orElse(usual);
        for (String name : include.equals("none") ? new String[0] : include.split(",", -1)) {
            parts.add(switch (name) {
                case "orders" -> Part.ORDERS;
                case "addresses" -> Part.ADDRESSES;
                default -> throw new Invalid("include", "must be none, orders, addresses or orders,addresses");
            });
        }
        return parts;
    }

    @GetMapping(path = "/{id}", produces = MediaType.APPLICATION_JSON_VALUE)
    Mono<ResponseEntity<CustomerResponse>> find(ServerWebExchange exchange) {
        Set<Part> parts = parts(new QueryParameters(exchange.getRequest(), "include"), "orders,addresses");
        return customers.find(PathIds.customer(PathIds.of(exchange)), parts).map(details -> ResponseEntity.ok()
                .eTag(Versions.tag(details.customer())).body(mapper.response(details)));
    }

    @PostMapping(consumes = MediaType.APPLICATION_JSON_VALUE, produces = MediaType.APPLICATION_JSON_VALUE)
    Mono<ResponseEntity<CustomerResponse>> create(ServerWebExchange exchange) {
        return bodies.read(exchange, CustomerRequest.class).flatMap(body -> {
            Customer customer = body.parse();
            return keys.of(exchange, body).flatMap(key -> customers.create(customer, key));
        }).map(created -> plain(ResponseEntity.created(URI.create("/customers/" + created.id().value())), created));
    }

    @PutMapping(path = "/{id}", consumes = MediaType.APPLICATION_JSON_VALUE, produces = MediaType.APPLICATION_JSON_VALUE)
    Mono<ResponseEntity<CustomerResponse>> replace(ServerWebExchange exchange) {
        return bodies.read(exchange, CustomerRequest.class).flatMap(body -> {
            Customer customer = body.parse();
            return change(exchange, before -> customer);
        });
    }

    @PatchMapping(path = "/{id}", consumes = {MergePatch.MEDIA_TYPE,
            MediaType.APPLICATION_JSON_VALUE}, produces = MediaType.APPLICATION_JSON_VALUE)
    Mono<ResponseEntity<CustomerResponse>> patch(ServerWebExchange exchange) {
        return bodies.read(exchange, JsonNode.class).flatMap(patch -> change(exchange,
                before -> patches.apply(mapper.request(before), patch, CustomerRequest.class).parse()));
    }

    private Mono<ResponseEntity<CustomerResponse>> change(ServerWebExchange exchange, UnaryOperator<Customer> change) {
        return customers.change(PathIds.customer(PathIds.of(exchange)),
                Versions.precondition(exchange.getRequest().getHeaders()), change)
                .map(changed -> plain(ResponseEntity.ok(), changed));
    }

    @DeleteMapping("/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    Mono<Void> delete(@PathVariable String id, ServerHttpRequest request) {
        return customers.delete(PathIds.customer(id), Versions.precondition(request.getHeaders()),
                new QueryParameters(request, "cascade").flag("cascade"));
    }

    private ResponseEntity<CustomerResponse> plain(ResponseEntity.BodyBuilder builder,
            Stored<CustomerId, Customer> customer) {
        return builder.eTag(Versions.tag(customer)).body(mapper.response(new CustomerDetails(customer, null, null)));
    }
}
