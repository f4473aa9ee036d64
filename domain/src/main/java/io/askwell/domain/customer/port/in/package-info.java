/** What clients can do with customers. */
@NullMarked
package io.askwell.domain.customer.port.in;

import org.jspecify.annotations.NullMarked;
