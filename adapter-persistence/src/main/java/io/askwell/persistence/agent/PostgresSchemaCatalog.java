package io.askwell.persistence.agent;

import io.askwell.domain.agent.Question;
import io.askwell.domain.agent.Schema;
import io.askwell.domain.agent.ValueMatch;
import io.askwell.domain.agent.port.out.SchemaCatalog;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/** Reads the catalogue as the agent's own role, so that it shows just what that role may read. */
final class PostgresSchemaCatalog implements SchemaCatalog {
    /** How old the tables may be that a question sees. */
    private static final Duration FRESHNESS = Duration.ofSeconds(10);
    private static final Duration TIMEOUT = Duration.ofSeconds(5);
    private final ReaderConnections connections;
    private final Mono<Catalogue> catalogue;
    private volatile @Nullable Catalogue latest;

    PostgresSchemaCatalog(ReaderConnections connections) {
        this(connections, FRESHNESS);
    }

    PostgresSchemaCatalog(ReaderConnections connections, Duration freshness) {
        this.connections = connections;
        this.catalogue = connections.read(TIMEOUT, CatalogueReader::read).single().map(this::same)
                .cache(read -> freshness, error -> Duration.ZERO, () -> Duration.ZERO);
    }

    /** What is made of a schema can be kept as long as it is the same one. */
    private Catalogue same(Catalogue read) {
        Catalogue last = latest;
        if (last != null && last.equals(read)) {
            return last;
        }
        Schema schema = last != null && last.schema().equals(read.schema()) ? last.schema() : read.schema();
        latest = new Catalogue(schema, read.sizes(), read.indexed());
        return latest;
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
