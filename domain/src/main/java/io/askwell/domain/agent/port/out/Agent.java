package io.askwell.domain.agent.port.out;

import io.askwell.domain.agent.AgentEvent;
import io.askwell.domain.agent.AgentTask;
import reactor.core.publisher.Flux;

/** Answers questions step by step. */
public interface Agent {

    /** Whether there is a model to draft and word answers. */
    boolean hasModel();

    /**
     * Each subscription works the task once, no faster than the subscriber asks for events. The last event is terminal.
     * To cancel the subscription stops the model and the database.
     *
     * @param allowance is asked before each call of the model; where it refuses, the model is not called
     */
    Flux<AgentEvent> answer(AgentTask task, Allowance allowance);
}
