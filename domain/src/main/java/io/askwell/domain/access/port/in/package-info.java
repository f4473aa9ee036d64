/** How a caller proves who it is. */
@NullMarked
package io.askwell.domain.access.port.in;

import org.jspecify.annotations.NullMarked;
