package io.askwell.persistence.agent;

import io.askwell.domain.agent.Question;
import io.askwell.domain.agent.Schema;
import io.askwell.domain.agent.ValueMatch;
import io.askwell.domain.agent.port.out.SchemaCatalog;
import java.time.Duration;
import java.util.List;
import reactor.core.publisher.Mono;

/** Reads the catalogue as the agent's own role, so that it shows just what that role may read. */
final class PostgresSchemaCatalog implements SchemaCatalog {
    /** How old the tables may be that a question sees. */
    private static final Duration FRESHNESS = Duration.ofSeconds(10);
    private static final Duration TIMEOUT = Duration.ofSeconds(5);
    private final ReaderConnections connections;
    private final Mono<Catalogue> catalogue;

    PostgresSchemaCatalog(ReaderConnections connections) {
        this.connections = connections;
        this.catalogue = connections.read(TIMEOUT, CatalogueReader::read).single()
                .cache(read -> FRESHNESS, error -> Duration.ZERO, () -> Duration.ZERO);
    }

    @Override
    public Mono<Schema> schema() {
        return catalogue.map(Catalogue::schema);
    }

    @Override
    public Mono<List<ValueMatch>> valuesNamedIn(Question question) {
        var words = QuestionWords.of(question);
        return words.isEmpty()
                ? Mono.just(List.of())
                : catalogue.flatMap(read -> connections.read(TIMEOUT,
                        connection -> ValueSearch.find(connection, read, words)).collectList());
    }
}
