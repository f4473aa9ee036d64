package io.askwell.domain.access;

/**
 * How a caller's budget stands.
 *
 * @param spent on the day so far, with what is reserved for questions under way
 */
public record Usage(Caller caller, BudgetDay day, Spend spent, BudgetPlan plan) {}
