/** What a question asks, as small sealed forms that can be read aloud, and the schema graph that links them. */
@NullMarked
package io.askwell.interpreter.logic;

import org.jspecify.annotations.NullMarked;
