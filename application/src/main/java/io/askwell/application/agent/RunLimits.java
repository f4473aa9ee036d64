package io.askwell.application.agent;

import io.askwell.domain.agent.Mode;
import java.time.Duration;

/**
 * How a question is worked unless its asker says otherwise.
 *
 * @param deadline for a whole run
 * @param mode who answers where a model is configured; without one the grammar does
 */
public record RunLimits(Duration deadline, Mode mode) {}
