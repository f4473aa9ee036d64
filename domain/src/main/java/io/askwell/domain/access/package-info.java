/** Who is calling, with which key. */
@NullMarked
package io.askwell.domain.access;

import org.jspecify.annotations.NullMarked;
