package io.askwell.persistence;

import io.r2dbc.pool.ConnectionPool;
import io.r2dbc.spi.Connection;
import io.r2dbc.spi.ConnectionFactory;
import io.r2dbc.spi.ConnectionFactoryMetadata;
import io.r2dbc.spi.R2dbcException;
import io.r2dbc.spi.R2dbcNonTransientResourceException;
import io.r2dbc.spi.R2dbcTransientException;
import io.r2dbc.spi.Readable;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.r2dbc.core.DatabaseClient;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Runs the API's own statements, and says so in the domain's words when the database is not there. */
public final class Database {
    private static final Logger log = LoggerFactory.getLogger(Database.class);
    private static final List<String> OUTAGES = List.of("08", "28", "53", "57P");
    private final DatabaseClient client;

    public Database(ConnectionPool pool) {
        this.client = DatabaseClient.create(new LiveConnections(pool));
    }

    /**
     * Runs a statement and reads its rows.
     *
     * @param sql with named parameters such as {@code :id}
     * @param parameters their values, none of them null
     */
    public <T> Flux<T> query(String sql, Map<String, ?> parameters, Function<Readable, T> row) {
        var statement = client.sql(sql);
        for (var parameter : parameters.entrySet()) {
            statement = statement.bind(parameter.getKey(), parameter.getValue());
        }
        return statement.map(row).all().onErrorMap(Database::isOutage, Database::unavailable);
    }

    /** Whether the error says that the database cannot be reached or has no connection free. */
    public static boolean isOutage(Throwable error) {
        for (Throwable cause = error; cause != null; cause = cause.getCause()) {
            if (cause instanceof IOException || (cause instanceof R2dbcException failure && isOutage(failure))) {
                return true;
            }
        }
        return false;
    }

    /** By SQLSTATE class where the server spoke: connection, authorisation, resources, shutdown. Else it did not. */
    private static boolean isOutage(R2dbcException failure) {
        String state = failure.getSqlState();
        return state == null
                ? failure instanceof R2dbcNonTransientResourceException || failure instanceof R2dbcTransientException
                : OUTAGES.stream().anyMatch(state::startsWith);
    }

    private static DatabaseUnavailable unavailable(Throwable error) {
        log.warn("The database cannot be used: {}", error.toString());
        return new DatabaseUnavailable("The database cannot be reached right now.");
    }

    private record LiveConnections(ConnectionPool pool) implements ConnectionFactory {
        @Override
        public Mono<Connection> create() {
            return Pools.live(pool);
        }

        @Override
        public ConnectionFactoryMetadata getMetadata() {
            return pool.getMetadata();
        }
    }
}
