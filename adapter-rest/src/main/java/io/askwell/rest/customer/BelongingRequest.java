package io.askwell.rest.customer;

import io.askwell.domain.customer.Belonging;
import io.askwell.domain.customer.CustomerId;
import io.askwell.domain.failure.Invalid;
import org.jspecify.annotations.Nullable;

/** Something that belongs to a customer, as a client sends it. */
interface BelongingRequest<D extends Belonging> {

    @Nullable
    Integer customerId();

    /**
     * @param customer whose it is
     * @throws Invalid with all that is wrong
     */
    D parse(@Nullable Integer customer);

    /** @throws Invalid with all that is wrong */
    default D parse() {
        return parse(customerId());
    }

    /** @throws Invalid with all that is wrong, also if another customer stands there than the path names */
    default D parseFor(CustomerId customer) {
        if (customerId() != null && customerId() != customer.value()) {
            throw new Invalid("customerId", "must be %d as in the path, or be left out".formatted(customer.value()));
        }
        return parse(customer.value());
    }
}
