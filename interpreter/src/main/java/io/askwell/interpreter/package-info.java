/** Reads plain-English questions as SQL by grammar: no model, no I/O, and no guessing. */
@NullMarked
package io.askwell.interpreter;

import org.jspecify.annotations.NullMarked;
