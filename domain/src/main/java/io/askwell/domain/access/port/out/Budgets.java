package io.askwell.domain.access.port.out;

import io.askwell.domain.access.Budget;
import io.askwell.domain.access.BudgetDay;
import io.askwell.domain.access.Caller;
import io.askwell.domain.access.Spend;
import reactor.core.publisher.Mono;

/**
 * What each caller has spent on each day. All servers on one database count together.
 *
 * <p>What is reserved counts as spent at once. So a server that dies in between leaks nothing beyond the day; whoever lives
 * settles, and gives back what was not needed.
 */
public interface Budgets {

    /**
     * Takes an amount, all of it or nothing, in one step: however many ask at once, the limits hold.
     *
     * @return false if a limit would be passed, see {@link Budget#allows}
     */
    Mono<Boolean> reserve(Caller caller, BudgetDay day, Spend amount, Budget limits);

    /** Replaces a reservation by what was really spent, which may also be more. */
    Mono<Void> settle(Caller caller, BudgetDay day, Spend reserved, Spend spent);

    /** The day's total so far, reservations included. */
    Mono<Spend> spent(Caller caller, BudgetDay day);
}
