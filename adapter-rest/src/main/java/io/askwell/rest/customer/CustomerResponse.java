package io.askwell.rest.customer;

import io.swagger.v3.oas.annotations.media.Schema;

/** A customer as a client gets it. */
@Schema(name = "Customer")
record CustomerResponse(@Schema(example = "1") int id, @Schema(example = "Alice Wonderland") String name,
        @Schema(example = "alice@example.com") String email) {}
