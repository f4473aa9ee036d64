/** Cuts a question into words and tags every stretch of them with all it can mean. */
@NullMarked
package io.askwell.interpreter.token;

import org.jspecify.annotations.NullMarked;
