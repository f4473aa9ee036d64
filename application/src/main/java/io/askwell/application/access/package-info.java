/** Who may call. */
@NullMarked
package io.askwell.application.access;

import org.jspecify.annotations.NullMarked;
