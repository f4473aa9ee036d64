package io.askwell.domain.agent;

import java.time.Instant;

/**
 * A question for the agent.
 *
 * @param deadline when the run ends, whatever it is doing
 */
public record AgentTask(Question question, Mode mode, Instant deadline) {}
