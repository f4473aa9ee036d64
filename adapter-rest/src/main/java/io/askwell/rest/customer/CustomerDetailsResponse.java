package io.askwell.rest.customer;

import io.swagger.v3.oas.annotations.media.Schema;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A customer with all that belongs to it, as a client gets it. */
@Schema(name = "CustomerDetails")
record CustomerDetailsResponse(@Schema(example = "1") int id, @Schema(example = "Alice Wonderland") String name,
        @Schema(example = "alice@example.com") String email, List<OrderResponse> orders,
        List<AddressResponse> addresses) {

    @Schema(name = "Order")
    record OrderResponse(@Schema(example = "1") int id, @Schema(example = "1") int customerId,
            @Nullable LocalDate orderDate, @Schema(example = "150.00") @Nullable BigDecimal totalAmount) {}

    @Schema(name = "Address")
    record AddressResponse(@Schema(example = "1") int id, @Schema(example = "1") int customerId,
            @Schema(example = "billing") @Nullable String type,
            @Schema(example = "123 Apple St") @Nullable String street,
            @Schema(example = "Wonderland") @Nullable String city, @Schema(example = "10001") @Nullable String zip,
            @Schema(example = "Fantasy") @Nullable String country) {}
}
