package io.askwell.persistence.agent;

import java.time.Duration;

/**
 * What one query of the agent may cost.
 *
 * @param timeout after which the database gives the query up
 * @param maxRows more are cut off, and the rows say so
 * @param maxBytes of all cells as text; more rows are cut off, and the rows say so
 * @param maxCost that the database's planner estimates, in its own units (a page read in order is 1); what is estimated
 *        to cost more is not run
 */
record QueryCaps(Duration timeout, int maxRows, long maxBytes, double maxCost) {
    static final QueryCaps DEFAULT = new QueryCaps(Duration.ofSeconds(10), 1_000, 1_000_000, 500_000);

    QueryCaps {
        if (!(maxCost > 0)) {
            throw new IllegalArgumentException("the cost that a query may have must be above 0, not " + maxCost);
        }
    }

    QueryCaps withMaxCost(double cost) {
        return new QueryCaps(timeout, maxRows, maxBytes, cost);
    }
}
