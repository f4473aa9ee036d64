package io.askwell.interpreter.token;

import io.askwell.interpreter.lexicon.Meaning;

/**
 * A stretch of tokens with one thing that it can mean.
 *
 * @param end index after its last token
 */
public record Tagged(Meaning meaning, int start, int end) {}
