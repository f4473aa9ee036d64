/** Customers, their orders and their addresses. */
@NullMarked
package io.askwell.domain.customer;

import org.jspecify.annotations.NullMarked;
