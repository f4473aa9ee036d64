package io.askwell.rest.customer;

import io.askwell.domain.customer.CustomerId;
import io.askwell.domain.customer.CustomerNotFound;
import io.askwell.domain.customer.NewCustomer;
import io.askwell.domain.customer.PageRequest;
import io.askwell.domain.customer.port.in.ManageCustomers;
import io.askwell.domain.failure.Invalid;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/** {@code /customers}. */
@RestController
@RequestMapping(path = "/customers", produces = MediaType.APPLICATION_JSON_VALUE)
@Tag(name = "Customers")
@ApiResponse(responseCode = "503", description = "The database cannot be reached")
class CustomerController {
    private final ManageCustomers customers;
    private final CustomerMapper mapper;

    CustomerController(ManageCustomers customers, CustomerMapper mapper) {
        this.customers = customers;
        this.mapper = mapper;
    }

    @GetMapping
    @Operation(summary = "Lists customers by id", description = "A page at a time: the header Link names the next page, where there is one.")
    @ApiResponse(responseCode = "200", description = "A page of customers")
    @ApiResponse(responseCode = "400", description = "The limit or the cursor is wrong")
    Mono<ResponseEntity<List<CustomerResponse>>> list(
            @Parameter(description = "How many at most, 1 to 500") @RequestParam(defaultValue = ""
                    + PageRequest.DEFAULT_LIMIT) int limit,
            @Parameter(description = "Where to go on, as the header Link of the page before says") @RequestParam(required = false) @Nullable String cursor) {
        var request = new PageRequest(Optional.ofNullable(cursor).map(Cursor::decode), limit);
        return customers.list(request).map(page -> {
            var response = ResponseEntity.ok();
            page.next().ifPresent(next -> response.header(HttpHeaders.LINK,
                    "</customers?limit=%d&cursor=%s>; rel=\"next\"".formatted(limit, Cursor.encode(next))));
            return response.body(page.items().stream().map(mapper::response).toList());
        });
    }

    @GetMapping("/{id}")
    @Operation(summary = "Shows a customer with its orders and addresses")
    @ApiResponse(responseCode = "200", description = "The customer")
    @ApiResponse(responseCode = "400", description = "The id is no number")
    @ApiResponse(responseCode = "404", description = "There is no such customer")
    Mono<CustomerDetailsResponse> find(@PathVariable @Schema(type = "integer", example = "1") String id) {
        return customers.find(customerId(id)).map(mapper::response);
    }

    @PostMapping(consumes = MediaType.APPLICATION_JSON_VALUE)
    @Operation(summary = "Creates a customer")
    @ApiResponse(responseCode = "201", description = "The customer, which the header Location names")
    @ApiResponse(responseCode = "400", description = "A field is wrong")
    @ApiResponse(responseCode = "409", description = "Another customer has the e-mail address")
    Mono<ResponseEntity<CustomerResponse>> create(@RequestBody CustomerRequest request) {
        return customers.create(NewCustomer.parse(request.name(), request.email())).map(mapper::response)
                .map(created -> ResponseEntity.created(URI.create("/customers/" + created.id())).body(created));
    }

    /** A number that no customer can have is a customer that there is not. */
    private static CustomerId customerId(String text) {
        if (!text.matches("-?\\d{1,30}")) {
            throw new Invalid("id", "must be a whole number");
        }
        try {
            int id = Integer.parseInt(text);
            if (id > 0) {
                return new CustomerId(id);
            }
        } catch (NumberFormatException beyondInt) {
            // Said below, together with a number that is no id.
        }
        throw new CustomerNotFound(text);
    }
}
