package io.askwell.domain.agent.port.out;

import io.askwell.domain.agent.Question;
import io.askwell.domain.agent.Schema;
import io.askwell.domain.agent.ValueMatch;
import java.util.List;
import reactor.core.publisher.Mono;

/** What the agent's own role can see of the database. */
public interface SchemaCatalog {

    /** The tables, from the live catalogue; may be some seconds old. The same object as long as it says the same. */
    Mono<Schema> schema();

    /**
     * Stored text values that share a word with the question, read now, at most a few hundred. Of a large table only values
     * that stand in the question as a whole where an index finds them, and values that many of its rows have.
     */
    Mono<List<ValueMatch>> valuesNamedIn(Question question);
}
