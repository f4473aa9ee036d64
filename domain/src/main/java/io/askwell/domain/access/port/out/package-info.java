/** What budgets need: a store that counts. */
@NullMarked
package io.askwell.domain.access.port.out;

import org.jspecify.annotations.NullMarked;
