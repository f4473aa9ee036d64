package io.askwell.persistence.customer;

import io.askwell.domain.customer.RequestKey;
import io.askwell.domain.customer.RequestKeyReused;
import io.askwell.domain.customer.port.out.Creations;
import io.askwell.persistence.Columns;
import io.askwell.persistence.Database;
import reactor.core.publisher.Mono;

/** Creations in table {@code askwell.creation}. */
final class PostgresCreations implements Creations {
    /** A few at each new key, so that nobody pays for all; those that somebody else removes already are passed over. */
    private static final String FORGET = """
        DELETE FROM askwell.creation WHERE (caller, key) IN (
            SELECT caller, key FROM askwell.creation WHERE created_at < now() - INTERVAL '24 hours'
            ORDER BY created_at LIMIT 10 FOR UPDATE SKIP LOCKED)""";
    /** Waits for another request that is using the same key just now. */
    private static final String CLAIM = """
        INSERT INTO askwell.creation (caller, key, fingerprint) VALUES ($1, $2, $3)
        ON CONFLICT (caller, key) DO NOTHING RETURNING key""";
    private static final String COMPLETE = "UPDATE askwell.creation SET created_id = $3 WHERE caller = $1 AND key = $2";
    private static final String RECALL = "SELECT fingerprint, created_id FROM askwell.creation WHERE caller = $1 AND key = $2";
    private final Database database;

    PostgresCreations(Database database) {
        this.database = database;
    }

    @Override
    public Mono<Integer> once(RequestKey key, Mono<Integer> creation) {
        String caller = key.caller().name();
        Mono<Integer> first = database.query(CLAIM, row -> row.get(0), caller, key.key(), key.fingerprint())
                .singleOrEmpty().flatMap(claimed -> creation)
                .flatMap(id -> database.query(COMPLETE, row -> row, caller, key.key(), id).then(Mono.just(id)));
        return database.transaction(database.query(FORGET, row -> row).then(first).switchIfEmpty(recalled(key)));
    }

    private Mono<Integer> recalled(RequestKey key) {
        record Creation(String fingerprint, int id) {}
        return database.query(RECALL, row -> new Creation(Columns.text(row, 0), Columns.integer(row, 1)),
                key.caller().name(), key.key()).single().map(known -> {
                    if (!known.fingerprint().equals(key.fingerprint())) {
                        throw new RequestKeyReused();
                    }
                    return known.id();
                });
    }
}
