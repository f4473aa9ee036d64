package io.askwell.rest.customer;

import io.askwell.domain.customer.CustomerName;
import io.askwell.domain.customer.Email;
import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A customer as a client sends it; nothing in it is checked yet. */
@Schema(name = "NewCustomer", requiredProperties = {"name", "email"})
record CustomerRequest(@Schema(example = "Dana Scully", maxLength = CustomerName.MAX_LENGTH) @Nullable String name,
        @Schema(example = "dana@example.com", maxLength = Email.MAX_LENGTH) @Nullable String email) {}
