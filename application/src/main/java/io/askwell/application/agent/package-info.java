/** Asking a question: a run with an id, numbered events and a deadline. */
@NullMarked
package io.askwell.application.agent;

import org.jspecify.annotations.NullMarked;
