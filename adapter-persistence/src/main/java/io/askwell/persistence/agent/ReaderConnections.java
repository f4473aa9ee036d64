package io.askwell.persistence.agent;

import io.askwell.domain.agent.AgentUnavailable;
import io.askwell.persistence.Database;
import io.askwell.persistence.DatabaseSettings;
import io.askwell.persistence.Pools;
import io.micrometer.core.instrument.binder.MeterBinder;
import io.r2dbc.pool.ConnectionPool;
import io.r2dbc.postgresql.api.PostgresTransactionDefinition;
import io.r2dbc.postgresql.api.PostgresqlConnection;
import io.r2dbc.spi.Connection;
import io.r2dbc.spi.IsolationLevel;
import io.r2dbc.spi.Result;
import io.r2dbc.spi.Wrapped;
import java.time.Duration;
import java.util.Objects;
import java.util.function.Function;
import org.reactivestreams.Publisher;
import reactor.core.Disposable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Read-only transactions under the agent's own login. */
final class ReaderConnections implements Disposable {
    private static final String POOL_NAME = "reader";
    private static final int POOL_SIZE = 8;
    private final ReaderLogin login;
    private final Mono<ConnectionPool> pool;

    ReaderConnections(DatabaseSettings settings, ReaderLogin login) {
        this.login = login;
        this.pool = switch (login) {
            case ReaderLogin.Granted granted ->
                Mono.just(Pools.open(settings, granted.login(), POOL_NAME, POOL_SIZE));
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
                ReaderConnections::end, (connection, error) -> end(connection), ReaderConnections::cancel))
                .onErrorMap(Database::isOutage,
                        error -> new AgentUnavailable("The database cannot be reached right now."));
    }

    private static Mono<Void> begin(Connection connection, Duration timeout) {
        var readOnly = PostgresTransactionDefinition.from(IsolationLevel.READ_COMMITTED).readOnly();
        return Mono.from(connection.beginTransaction(readOnly))
                .then(set(connection, "statement_timeout", String.valueOf(timeout.toMillis())))
                // The gate reads quoted texts by the standard's rule.
                .then(set(connection, "standard_conforming_strings", "on"));
    }

    private static Mono<Void> set(Connection connection, String setting, String value) {
        return Flux.from(connection.createStatement("SET LOCAL " + setting + " = " + value).execute())
                .flatMap(Result::getRowsUpdated).then();
    }

    private static Mono<Void> end(Connection connection) {
        return Mono.from(connection.rollbackTransaction()).onErrorComplete().then(Mono.from(connection.close()));
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
