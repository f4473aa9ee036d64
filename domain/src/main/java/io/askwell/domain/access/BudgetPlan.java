package io.askwell.domain.access;

import java.util.Optional;

/**
 * What every caller may spend.
 *
 * @param questionsPerMinute with one key; empty is unlimited, as everywhere here
 * @param questionsPerMinuteOfAddress from one address, whatever the key
 * @param day of one key
 * @param run of one question; counts no questions
 * @param prices of the model that is configured
 */
public record BudgetPlan(Optional<Integer> questionsPerMinute, Optional<Integer> questionsPerMinuteOfAddress,
        Budget day, Budget run, Prices prices) {
    public static final BudgetPlan UNLIMITED = new BudgetPlan(Optional.empty(), Optional.empty(), Budget.UNLIMITED,
            Budget.UNLIMITED, Prices.FREE);
}
