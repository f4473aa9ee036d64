/** The key that opens the API. */
@NullMarked
package io.askwell.rest.access;

import org.jspecify.annotations.NullMarked;
