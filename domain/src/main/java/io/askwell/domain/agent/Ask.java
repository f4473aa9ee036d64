package io.askwell.domain.agent;

import io.askwell.domain.access.Caller;
import java.util.Optional;

/**
 * A caller's question.
 *
 * @param mode who shall answer; empty leaves it to the configuration
 */
public record Ask(Caller caller, Question question, Optional<Mode> mode) {}
