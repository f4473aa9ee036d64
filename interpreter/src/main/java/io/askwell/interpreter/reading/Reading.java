package io.askwell.interpreter.reading;

import io.askwell.interpreter.logic.Inquiry;

/**
 * One way to understand a whole question.
 *
 * @param cost how far-fetched it is; 0 is plain
 */
public record Reading(Inquiry inquiry, int cost) {}
