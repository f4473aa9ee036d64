package io.askwell.domain.agent.port.out;

import io.askwell.domain.agent.TokenUsage;
import reactor.core.publisher.Mono;

/** What one run may spend on the model: the agent asks before each call, and tells afterwards what the call took. */
public interface Allowance {

    /**
     * Takes what a call costs at most. Signals {@link io.askwell.domain.access.BudgetExceeded} where that is more than is
     * left; then nothing is taken.
     */
    Mono<Reservation> reserve(TokenUsage atMost);

    /** What was taken for a call. Where it is never settled it counts as spent. */
    interface Reservation {

        /** Gives back what the call did not take, or adds what it took more. At most once. */
        Mono<Void> settle(TokenUsage used);
    }
}
