/** Questions that nobody wrote: made from logical forms, with the SQL that answers them. */
@org.jspecify.annotations.NullMarked
package io.askwell.interpreter.generated;
