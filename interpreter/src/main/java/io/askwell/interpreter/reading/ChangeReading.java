package io.askwell.interpreter.reading;

import io.askwell.interpreter.logic.Change;

/**
 * One way to understand a whole follow-up.
 *
 * @param cost how far-fetched it is; 0 is plain
 */
public record ChangeReading(Change change, int cost) {}
