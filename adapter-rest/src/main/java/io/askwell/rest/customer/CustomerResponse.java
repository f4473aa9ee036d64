package io.askwell.rest.customer;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A customer as a client gets it.
 *
 * @param orders left out if they were not asked for
 * @param addresses left out if they were not asked for
 */
record CustomerResponse(int id, String name, String email,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable List<OrderResponse> orders,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable List<AddressResponse> addresses) {}
