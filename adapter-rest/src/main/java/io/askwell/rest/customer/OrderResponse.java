package io.askwell.rest.customer;

import java.math.BigDecimal;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** An order as a client gets it. */
record OrderResponse(int id, int customerId, @Nullable LocalDate orderDate, @Nullable BigDecimal totalAmount) {}
