/** Why a request cannot be served: facts in four categories, which each transport maps in one place. */
@NullMarked
package io.askwell.domain.failure;

import org.jspecify.annotations.NullMarked;
