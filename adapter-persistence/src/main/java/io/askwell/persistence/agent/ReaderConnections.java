package io.askwell.persistence.agent;

import io.askwell.domain.agent.AgentUnavailable;
import io.askwell.persistence.Columns;
import io.askwell.persistence.Database;
import io.askwell.persistence.DatabaseSettings;
import io.askwell.persistence.Pools;
import io.micrometer.core.instrument.binder.MeterBinder;
import io.r2dbc.pool.ConnectionPool;
import io.r2dbc.postgresql.api.PostgresqlConnection;
import io.r2dbc.spi.Connection;
import io.r2dbc.spi.Result;
import io.r2dbc.spi.Wrapped;
import java.time.Duration;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.reactivestreams.Publisher;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.core.Disposable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Read-only transactions under the agent's own login. */
final class ReaderConnections implements Disposable {
    private static final Logger log = LoggerFactory.getLogger(ReaderConnections.class);
    private static final String POOL_NAME = "reader";
    private static final int POOL_SIZE = 8;
    /**
     * Only Postgres' own functions, operators and types, so that none of the same name can stand in for them; and those of
     * the schemas whose types columns have, since without their operators such columns would compare otherwise.
     */
    private static final String SEARCH_PATH = """
        SELECT 'pg_catalog' || coalesce(string_agg(DISTINCT ', ' || quote_ident(tn.nspname), ''), '') AS path
        FROM pg_attribute a
        JOIN pg_class c ON c.oid = a.attrelid AND c.relkind IN ('r', 'p', 'v', 'm', 'f')
        JOIN pg_namespace n ON n.oid = c.relnamespace AND n.nspname NOT IN ('pg_catalog', 'information_schema')
        JOIN pg_type t ON t.oid = a.atttypid AND t.typtype = 'b' AND t.typelem = 0
        JOIN pg_namespace tn ON tn.oid = t.typnamespace AND tn.nspname <> 'pg_catalog'
        WHERE a.attnum > 0 AND NOT a.attisdropped
          AND has_schema_privilege(n.oid, 'USAGE') AND has_column_privilege(c.oid, a.attnum, 'SELECT')""";
    private static final String BEGIN = "BEGIN ISOLATION LEVEL READ COMMITTED READ ONLY; ";
    private final ReaderLogin login;
    private final Mono<ConnectionPool> pool;
    private volatile @Nullable String searchPath;

    ReaderConnections(DatabaseSettings settings, ReaderLogin login) {
        this.login = login;
        this.pool = switch (login) {
            case ReaderLogin.Granted granted ->
                Mono.just(Pools.openForStrangers(settings, granted.login(), POOL_NAME, POOL_SIZE));
            case ReaderLogin.Denied denied -> Mono.error(() -> new AgentUnavailable(
                    "Questions cannot be answered: " + denied.reason() + "."));
        };
    }

    /** Completes if the agent has a login; signals {@link AgentUnavailable} with the reason if not. */
    Mono<Void> ready() {
        return pool.then();
    }

    /** The figures of the agent's pool; none where it has no login. */
    MeterBinder meters() {
        return registry -> pool.onErrorComplete(AgentUnavailable.class)
                .subscribe(connections -> Pools.meters(connections, POOL_NAME).bindTo(registry));
    }

    /**
     * Works in a transaction that is rolled back in the end. To cancel the subscription cancels what the database is
     * doing.
     */
    <T> Flux<T> read(Duration timeout, Function<Connection, Publisher<T>> work) {
        return pool.flatMapMany(connections -> Flux.usingWhen(Pools.live(connections),
                connection -> begin(connection, timeout).thenMany(Flux.defer(() -> work.apply(connection))),
                ReaderConnections::endMeanwhile, (connection, error) -> end(connection), ReaderConnections::cancel))
                .onErrorMap(Database::isOutage,
                        error -> new AgentUnavailable("The database cannot be reached right now."));
    }

    /**
     * The settings bind this transaction alone. The SELECT at their end takes a snapshot, after which nothing can make the
     * transaction one that writes.
     */
    private Mono<Void> begin(Connection connection, Duration timeout) {
        return searchPath(connection).flatMap(path -> run(connection, BEGIN + settings(timeout, path)));
    }

    /** The gate reads quoted texts by the standard's rule, and names every table with its schema. */
    private static String settings(Duration timeout, String searchPath) {
        return """
            SET LOCAL statement_timeout = %d; SET LOCAL idle_in_transaction_session_timeout = %d;
            SET LOCAL lock_timeout = '1s'; SET LOCAL work_mem = '16MB'; SET LOCAL jit = off;
            SET LOCAL standard_conforming_strings = on; SET LOCAL search_path = %s; SELECT 1"""
                .formatted(timeout.toMillis(), 2 * timeout.toMillis(), searchPath);
    }

    /** Found once: it changes with the extensions of the database, which is hardly ever. */
    private Mono<String> searchPath(Connection connection) {
        String known = searchPath;
        return known != null
                ? Mono.just(known)
                : Flux.from(connection.createStatement(SEARCH_PATH).execute())
                        .concatMap(result -> result.map(row -> Columns.text(row, "path"))).single()
                        .doOnNext(path -> searchPath = path);
    }

    private static Mono<Void> run(Connection connection, String sql) {
        return Flux.from(connection.createStatement(sql).execute()).flatMap(Result::getRowsUpdated).then();
    }

    /** What a query may have left in its session does not reach the next one; a session that cannot be cleaned is closed. */
    private static Mono<Void> end(Connection connection) {
        return Mono.from(connection.rollbackTransaction()).then(run(connection, "DISCARD ALL"))
                .onErrorResume(error -> postgres(connection).close())
                .then(Mono.from(connection.close()));
    }

    /** Who has read what was asked for need not wait until the connection is clean. */
    private static Mono<Void> endMeanwhile(Connection connection) {
        return Mono.fromRunnable(() -> end(connection).subscribe(ended -> {},
                error -> log.warn("A connection of the agent's pool could not be given back", error)));
    }

    /** Disposing alone would leave the query running. */
    private static Mono<Void> cancel(Connection connection) {
        return postgres(connection).cancelRequest().onErrorComplete().then(end(connection));
    }

    /** The pool hands out wrapped connections. */
    private static PostgresqlConnection postgres(Connection connection) {
        Object unwrapped = connection instanceof Wrapped<?> wrapped
                ? wrapped.unwrap(PostgresqlConnection.class)
                : connection;
        return (PostgresqlConnection) Objects.requireNonNull(unwrapped);
    }

    @Override
    public void dispose() {
        if (login instanceof ReaderLogin.Granted) {
            pool.subscribe(ConnectionPool::dispose);
        }
    }
}
