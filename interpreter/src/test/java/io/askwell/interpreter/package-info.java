/** What the grammar understands, and that its SQL is right on a real Postgres. */
@NullMarked
package io.askwell.interpreter;

import org.jspecify.annotations.NullMarked;
