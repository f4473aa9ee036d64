/** The grammar: tagged words in, every reading of the whole question out. */
@NullMarked
package io.askwell.interpreter.reading;

import org.jspecify.annotations.NullMarked;
