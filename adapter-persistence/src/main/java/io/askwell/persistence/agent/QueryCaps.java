package io.askwell.persistence.agent;

import java.time.Duration;

/**
 * What one query of the agent may cost.
 *
 * @param timeout after which the database gives the query up
 * @param maxRows more are cut off, and the rows say so
 * @param maxBytes of all cells as text; more rows are cut off, and the rows say so
 */
record QueryCaps(Duration timeout, int maxRows, long maxBytes) {
    static final QueryCaps DEFAULT = new QueryCaps(Duration.ofSeconds(10), 1_000, 1_000_000);
}
