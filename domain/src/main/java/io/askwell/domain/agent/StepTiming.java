package io.askwell.domain.agent;

/**
 * How long a step took.
 *
 * @param millis wall-clock milliseconds
 */
public record StepTiming(Step step, long millis) {}
