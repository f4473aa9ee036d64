/** The words that people use for a schema, written in YAML. */
@NullMarked
package io.askwell.interpreter.synonyms;

import org.jspecify.annotations.NullMarked;
