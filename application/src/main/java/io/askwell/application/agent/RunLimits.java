package io.askwell.application.agent;

import io.askwell.domain.agent.Mode;
import java.time.Duration;

/**
 * How a question is worked unless its asker says otherwise, and how many at once.
 *
 * @param deadline for a whole run, the wait for its turn included
 * @param mode who answers where a model is configured; without one the grammar does
 * @param grace how long a run goes on that nobody watches, unless it is detached
 * @param atOnce how many runs this instance works on at the same time
 * @param waiting how many more may wait for their turn
 * @param attempts how often a detached run is begun before it is given up, if servers stop under it
 */
public record RunLimits(Duration deadline, Mode mode, Duration grace, int atOnce, int waiting, int attempts) {}
