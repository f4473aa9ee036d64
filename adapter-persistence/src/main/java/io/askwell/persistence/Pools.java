package io.askwell.persistence;

import io.askwell.persistence.DatabaseSettings.Login;
import io.micrometer.core.instrument.binder.MeterBinder;
import io.r2dbc.pool.ConnectionPool;
import io.r2dbc.pool.ConnectionPoolConfiguration;
import io.r2dbc.pool.PoolMetrics;
import io.r2dbc.postgresql.PostgresqlConnectionConfiguration;
import io.r2dbc.postgresql.PostgresqlConnectionFactory;
import io.r2dbc.spi.Connection;
import io.r2dbc.spi.R2dbcTimeoutException;
import java.time.Duration;
import reactor.core.publisher.Mono;

/** Connection pools: one for the REST API, a small one of its own for the agent, so that neither starves the other. */
public final class Pools {
    static final Duration CONNECT_TIMEOUT = Duration.ofSeconds(5);
    private static final Duration MAX_WAIT = Duration.ofSeconds(5);
    static final Duration LOCK_WAIT = Duration.ofSeconds(5);
    /** No statement comes near it; what does is stuck. The agent's queries have tighter limits of their own. */
    static final Duration STATEMENT_TIMEOUT = Duration.ofSeconds(30);

    private Pools() {}

    /**
     * A connection that is alive: those that the database closed while they were idle are passed over. Waiting for a free
     * one is not repeated.
     */
    public static Mono<Connection> live(ConnectionPool pool) {
        return live(pool, pool.getMetrics().map(PoolMetrics::getMaxAllocatedSize).orElse(1));
    }

    /** By hand, since Reactor's {@code retryWhen} costs every request, and hardly any has to try again. */
    private static Mono<Connection> live(ConnectionPool pool, int retries) {
        return pool.create().onErrorResume(error -> retries == 0 || error instanceof R2dbcTimeoutException
                ? Mono.error(error)
                : live(pool, retries - 1));
    }

    /** The pool's figures, labelled with its name. */
    public static MeterBinder meters(ConnectionPool pool, String name) {
        return new PoolMeters(name, pool);
    }

    public static ConnectionPool open(DatabaseSettings settings, Login login, String name, int maxSize) {
        return open(connections(settings, login, name), name, maxSize);
    }

    /**
     * For statements that somebody else wrote: no two are alike, so none is kept prepared, and a session can be discarded
     * without the driver missing a statement afterwards.
     */
    public static ConnectionPool openForStrangers(DatabaseSettings settings, Login login, String name, int maxSize) {
        return open(connections(settings, login, name).preparedStatementCacheQueries(0), name, maxSize);
    }

    private static PostgresqlConnectionConfiguration.Builder connections(DatabaseSettings settings, Login login,
            String name) {
        return PostgresqlConnectionConfiguration.builder()
                .host(settings.host()).port(settings.port()).database(settings.database())
                .username(login.user()).password(login.password())
                .applicationName("askwell-" + name).connectTimeout(CONNECT_TIMEOUT)
                .lockWaitTimeout(LOCK_WAIT).statementTimeout(STATEMENT_TIMEOUT);
    }

    private static ConnectionPool open(PostgresqlConnectionConfiguration.Builder connections, String name,
            int maxSize) {
        return new ConnectionPool(ConnectionPoolConfiguration.builder(
                new PostgresqlConnectionFactory(connections.build()))
                .name(name).initialSize(1).minIdle(1).maxSize(maxSize)
                // The pool waits this long for each try, so there is one try.
                .maxAcquireTime(MAX_WAIT).acquireRetry(0)
                .maxIdleTime(Duration.ofMinutes(10)).build());
    }
}
