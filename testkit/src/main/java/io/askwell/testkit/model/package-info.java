/** A model that says what a test wants: an OpenAI-compatible server, with all the ways in which such servers fail. */
@NullMarked
package io.askwell.testkit.model;

import org.jspecify.annotations.NullMarked;
