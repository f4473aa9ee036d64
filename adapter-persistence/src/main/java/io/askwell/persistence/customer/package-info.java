/** Customers, orders and addresses in Postgres. */
@NullMarked
package io.askwell.persistence.customer;

import org.jspecify.annotations.NullMarked;
