package io.askwell.domain.agent.port.out;

import io.askwell.domain.agent.QueryOutcome;
import reactor.core.publisher.Mono;

/** The one door through which SQL that a model or the grammar wrote reaches the database. */
public interface ReadOnlyQueries {

    /** Completes if queries can run; signals {@link io.askwell.domain.agent.AgentUnavailable} with the reason if not. */
    Mono<Void> ready();

    /**
     * Checks the SQL, runs it and reads its rows, within caps of time, rows and bytes. To cancel the subscription
     * cancels the query in the database.
     *
     * <p>Signals {@link io.askwell.domain.agent.AgentUnavailable} if the database cannot be reached.
     */
    Mono<QueryOutcome> run(String sql);
}
