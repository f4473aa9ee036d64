package io.askwell.bootstrap;

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
 */
@ConfigurationProperties("askwell.agent")
record AgentSettings(Duration deadline, Grammar grammar, Resource synonyms, double maxQueryCost) {

    /** What the grammar does where a model is configured. */
    enum Grammar {
        /** It takes what it fully understands. */
        FIRST,
        /** It steps in when the model is unavailable. */
        STANDBY
    }

    Mode mode() {
        return switch (grammar) {
            case FIRST -> Mode.GRAMMAR_FIRST;
            case STANDBY -> Mode.MODEL;
        };
    }
}
