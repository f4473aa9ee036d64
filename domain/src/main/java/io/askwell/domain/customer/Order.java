package io.askwell.domain.customer;

import io.askwell.domain.failure.Invalid;
import java.math.BigDecimal;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What a customer has bought.
 *
 * @param orderDate the day it was placed, if known
 * @param totalAmount what it cost, if known
 */
public record Order(CustomerId customerId, @Nullable LocalDate orderDate, @Nullable Amount totalAmount)
        implements
            Belonging {

    /** @throws Invalid with the violations of all fields */
    public static Order parse(@Nullable Integer customerId, @Nullable String orderDate,
            @Nullable BigDecimal totalAmount) {
        return Invalid.all(check -> new Order(check.read(() -> CustomerId.parse("customerId", customerId)),
                check.read(() -> CalendarDay.optional("orderDate", orderDate)),
                check.read(() -> Amount.optional("totalAmount", totalAmount))));
    }
}
