/** What single words and fixed phrases mean over one schema. */
@NullMarked
package io.askwell.interpreter.lexicon;

import org.jspecify.annotations.NullMarked;
