package io.askwell.persistence.agent;

import io.askwell.domain.agent.Question;
import io.askwell.domain.agent.Schema;
import io.askwell.domain.agent.ValueMatch;
import io.askwell.domain.agent.port.out.SchemaCatalog;
import io.r2dbc.spi.R2dbcException;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/** Reads the catalogue as the agent's own role, so that it shows just what that role may read. */
final class PostgresSchemaCatalog implements SchemaCatalog {
    /** How old the tables may be that a question sees. */
    private static final Duration FRESHNESS = Duration.ofSeconds(10);
    private static final Duration TIMEOUT = Duration.ofSeconds(5);
    /** The class of SQLSTATE for names that there are not, and for rights that are missing. */
    private static final String ACCESS_RULE_VIOLATION = "42";
    private final ReaderConnections connections;
    private final Mono<Catalogue> catalogue;
    private volatile @Nullable Catalogue latest;
    private volatile @Nullable Catalogue refuted;
    private volatile long readAt;

    PostgresSchemaCatalog(ReaderConnections connections) {
        this(connections, FRESHNESS);
    }

    PostgresSchemaCatalog(ReaderConnections connections, Duration freshness) {
        this.connections = connections;
        this.catalogue = connections.read(TIMEOUT, CatalogueReader::read).single().map(this::same)
                .doOnNext(read -> readAt = System.nanoTime())
                .cacheInvalidateIf(read -> outdated(read) || System.nanoTime() - readAt > freshness.toNanos());
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
                : values(words).onErrorResume(PostgresSchemaCatalog::isOfTheCatalogue, error -> {
                    refuted = latest;
                    return values(words);
                });
    }

    private Mono<List<ValueMatch>> values(QuestionWords words) {
        return catalogue.flatMap(read -> connections.read(TIMEOUT,
                connection -> ValueSearch.find(connection, read, words)).collectList());
    }

    /** Something that was there when the catalogue was read is gone, or no longer ours to read. */
    private static boolean isOfTheCatalogue(Throwable error) {
        return error instanceof R2dbcException refused && refused.getSqlState() != null
                && refused.getSqlState().startsWith(ACCESS_RULE_VIOLATION);
    }

    @SuppressWarnings("ReferenceEquality")
    private boolean outdated(Catalogue read) {
        return read == refuted;
    }
}
