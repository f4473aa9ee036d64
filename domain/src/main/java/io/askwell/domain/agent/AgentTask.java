package io.askwell.domain.agent;

import java.time.Instant;
import java.util.List;

/**
 * A question for the agent.
 *
 * @param turns the conversation that the question goes on with, oldest first; empty where it stands alone
 * @param deadline when the run ends, whatever it is doing
 */
public record AgentTask(Question question, List<Turn> turns, Mode mode, Instant deadline) {
    public AgentTask {
        turns = List.copyOf(turns);
    }

    /** A question that stands alone. */
    public AgentTask(Question question, Mode mode, Instant deadline) {
        this(question, List.of(), mode, deadline);
    }
}
