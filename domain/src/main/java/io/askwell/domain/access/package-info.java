/** Who is calling, with which key and budget. */
@NullMarked
package io.askwell.domain.access;

import org.jspecify.annotations.NullMarked;
