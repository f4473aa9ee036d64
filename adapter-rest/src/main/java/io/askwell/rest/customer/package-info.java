/** Customers as resources. */
@NullMarked
package io.askwell.rest.customer;

import org.jspecify.annotations.NullMarked;
