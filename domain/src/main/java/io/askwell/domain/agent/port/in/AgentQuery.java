package io.askwell.domain.agent.port.in;

import io.askwell.domain.agent.Ask;
import io.askwell.domain.agent.RunEvent;
import reactor.core.publisher.Flux;

/** Asks the database a question in plain English. */
public interface AgentQuery {

    /**
     * Each subscription is a run of its own. The stream's last event is terminal, and it comes within the deadline. The run
     * does not end with the subscription at once: within a period of grace it can be found again by its id
     * ({@link ManageRuns}); then it is cancelled: the model's connection is closed and the database's query cancelled.
     *
     * <p>Before the first event it may signal {@link io.askwell.domain.agent.AgentUnavailable},
     * {@link io.askwell.domain.failure.Invalid} for a mode that is not to be had here, or
     * {@link io.askwell.domain.access.BudgetExceeded} where the caller may ask no more for now. After it, what goes wrong is an
     * event, not an error.
     */
    Flux<RunEvent> ask(Ask ask);
}
