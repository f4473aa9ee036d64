package io.askwell.bootstrap;

import io.askwell.application.agent.RunLimits;
import io.askwell.domain.agent.Mode;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.core.io.Resource;

/**
 * How questions are worked.
 *
 * @param deadline for a whole run
 * @param grammar what the grammar does beside a model
 * @param synonyms the YAML file with the words that no catalogue holds
 * @param maxQueryCost by the planner's estimate; a query above it is not run
 * @param grace how long a run goes on that nobody watches any more
 * @param runsAtOnce how many questions are worked on at the same time
 * @param runsWaiting how many more may wait for their turn
 * @param runsKept how long a run is kept after it has ended
 */
@ConfigurationProperties("askwell.agent")
record AgentSettings(Duration deadline, Grammar grammar, Resource synonyms, double maxQueryCost,
        Duration grace, int runsAtOnce, int runsWaiting, Duration runsKept) {

    /** A question that three servers stopped under may well be why. */
    private static final int ATTEMPTS = 3;

    /** What the grammar does where a model is configured. */
    enum Grammar {
        /** It takes what it fully understands. */
        FIRST,
        /** It steps in when the model is unavailable. */
        STANDBY
    }

    RunLimits limits() {
        return new RunLimits(deadline, mode(), grace, runsAtOnce, runsWaiting, ATTEMPTS);
    }

    Mode mode() {
        return switch (grammar) {
            case FIRST -> Mode.GRAMMAR_FIRST;
            case STANDBY -> Mode.MODEL;
        };
    }
}
