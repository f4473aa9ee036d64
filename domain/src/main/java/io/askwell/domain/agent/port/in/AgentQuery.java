package io.askwell.domain.agent.port.in;

import io.askwell.domain.agent.Ask;
import io.askwell.domain.agent.RunEvent;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Asks the database a question in plain English. */
public interface AgentQuery {

    /**
     * Each subscription opens a run of its own, which is accepted when this completes, though it may wait for its turn. Its events
     * are to be watched from then on; the last of them is terminal, and it comes within the deadline. The run does not end
     * with whoever watches at once: within a period of grace it can be found again by its id ({@link ManageRuns}); then it is
     * cancelled: the model's connection is closed and the database's query cancelled. The same goes for a run that nobody has
     * watched yet.
     *
     * <p>Instead of a run it may signal {@link io.askwell.domain.agent.AgentUnavailable},
     * {@link io.askwell.domain.agent.TooManyRuns}, {@link io.askwell.domain.failure.Invalid} for a mode that is not to be had
     * here, or {@link io.askwell.domain.access.BudgetExceeded} where the caller may ask no more for now. Afterwards, what goes
     * wrong is an event, not an error.
     */
    Mono<OpenedRun> open(Ask ask);

    /** Opens a run and watches it. */
    default Flux<RunEvent> ask(Ask ask) {
        return open(ask).flatMapMany(OpenedRun::events);
    }
}
