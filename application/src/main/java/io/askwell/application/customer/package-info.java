/** The use cases of customers. */
@NullMarked
package io.askwell.application.customer;

import org.jspecify.annotations.NullMarked;
