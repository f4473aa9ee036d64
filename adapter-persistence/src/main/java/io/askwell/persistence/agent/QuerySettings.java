package io.askwell.persistence.agent;

/**
 * What an operator may set of the agent's queries.
 *
 * @param maxCost above which a query is not run, by the planner's estimate, in its own units; above 0
 */
public record QuerySettings(double maxCost) {}
