/** What the customer use cases need from a store. */
@NullMarked
package io.askwell.domain.customer.port.out;

import org.jspecify.annotations.NullMarked;
