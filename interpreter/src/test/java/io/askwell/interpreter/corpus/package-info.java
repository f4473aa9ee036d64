/** Questions as people ask them about the sample shop, with queries that answer them rightly. */
@org.jspecify.annotations.NullMarked
package io.askwell.interpreter.corpus;
