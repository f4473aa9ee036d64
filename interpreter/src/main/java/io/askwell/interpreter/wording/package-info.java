/** Puts logical forms, and the rows that answer them, into English. */
@NullMarked
package io.askwell.interpreter.wording;

import org.jspecify.annotations.NullMarked;
