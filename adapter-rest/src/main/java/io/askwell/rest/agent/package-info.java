/** Questions answered in one JSON response. */
@NullMarked
package io.askwell.rest.agent;

import org.jspecify.annotations.NullMarked;
