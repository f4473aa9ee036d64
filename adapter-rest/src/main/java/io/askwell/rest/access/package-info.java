/** The key that opens the API, and its budget. */
@NullMarked
package io.askwell.rest.access;

import org.jspecify.annotations.NullMarked;
