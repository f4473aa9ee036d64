package io.askwell.domain.customer;

import java.math.BigDecimal;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * An order of a customer.
 *
 * @param orderDate the day it was placed, if known
 * @param totalAmount money with two decimals, if known
 */
public record Order(int id, CustomerId customerId, @Nullable LocalDate orderDate, @Nullable BigDecimal totalAmount) {}
