package io.askwell.domain.agent.port.in;

import io.askwell.domain.access.Caller;
import io.askwell.domain.agent.DryRun;
import io.askwell.domain.agent.Question;
import reactor.core.publisher.Mono;

/** Shows how the grammar reads a question, for those who teach it words. */
public interface TryQuestion {

    /**
     * Reads a question that stands alone. No SQL of it runs, and there is no run to come back to; it counts as a question of
     * the caller all the same.
     *
     * <p>May signal {@link io.askwell.domain.agent.AgentUnavailable}, or
     * {@link io.askwell.domain.access.BudgetExceeded} where the caller may ask no more for now.
     */
    Mono<DryRun> dryRun(Caller caller, Question question);
}
