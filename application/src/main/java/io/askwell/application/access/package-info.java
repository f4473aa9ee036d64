/** Who may call, how often, and what it may cost. */
@NullMarked
package io.askwell.application.access;

import org.jspecify.annotations.NullMarked;
