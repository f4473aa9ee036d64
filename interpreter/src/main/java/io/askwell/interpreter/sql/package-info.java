/** Writes a logical form as one Postgres SELECT. */
@NullMarked
package io.askwell.interpreter.sql;

import org.jspecify.annotations.NullMarked;
