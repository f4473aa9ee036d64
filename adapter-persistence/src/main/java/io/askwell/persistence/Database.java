package io.askwell.persistence;

import io.askwell.domain.access.RequestId;
import io.micrometer.core.instrument.MeterRegistry;
import io.r2dbc.pool.ConnectionPool;
import io.r2dbc.spi.Connection;
import io.r2dbc.spi.R2dbcException;
import io.r2dbc.spi.R2dbcNonTransientResourceException;
import io.r2dbc.spi.R2dbcTransientException;
import io.r2dbc.spi.Readable;
import io.r2dbc.spi.Result;
import io.r2dbc.spi.Statement;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.MDC;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.util.context.ContextView;

/** Runs the API's own statements, and says so in the domain's words when the database is not there. */
public final class Database {
    private static final Logger log = LoggerFactory.getLogger(Database.class);
    /** SQLSTATE classes: connection, authorisation, resources, shutdown. */
    private static final List<String> OUTAGES = List.of("08", "28", "53", "57P");
    /** SQLSTATEs of a statement that others kept from being done in time: deadlock and the like, lock, timeout. */
    private static final List<String> BUSY = List.of("40", "55P03", "57014");
    private final PipelinedClient pipelines;
    private final ConnectionPool pool;
    private final QueryTimings timings;

    /**
     * @param pipelines run statements that are transactions of their own
     * @param pool has the connections of longer transactions, and of statements that would have to wait in a pipeline
     * @param meters get the time of every statement
     */
    public Database(PipelinedClient pipelines, ConnectionPool pool, MeterRegistry meters) {
        this.pipelines = pipelines;
        this.pool = pool;
        this.timings = new QueryTimings(meters);
    }

    /** Runs a statement and reads its rows; it is timed under its verb and table, such as {@code select customer}. */
    public <T> Flux<T> query(String sql, Function<? super Readable, T> row, Object... parameters) {
        return query(timings.nameOf(sql), sql, row, parameters);
    }

    /**
     * Runs a statement and reads its rows.
     *
     * @param name under which it is timed, such as {@code customer.find}: one of few, never made of what a client sent
     * @param sql with parameters {@code $1}, {@code $2} and so on
     * @param parameters their values; for null, {@link io.r2dbc.spi.Parameters#in} with a type
     */
    public <T> Flux<T> query(String name, String sql, Function<? super Readable, T> row, Object... parameters) {
        return Flux.deferContextual(context -> timings.timed(name, context.<Connection>getOrEmpty(Connection.class)
                .map(transaction -> run(transaction, sql, row, parameters))
                .orElseGet(() -> alone(sql, row, parameters)))
                .onErrorMap(error -> unavailable(error, context)));
    }

    private <T> Flux<T> alone(String sql, Function<? super Readable, T> row, Object[] parameters) {
        Optional<PipelinedConnection> shared = pipelines.free(sql);
        if (shared.isEmpty()) {
            return exclusive(sql, row, parameters);
        }
        Flux<T> rows = shared.get().query(sql, row, parameters);
        // A change may have been made before its answer was lost.
        return PipelinedClient.isRead(sql)
                ? rows.onErrorResume(ConnectionLost.class, lost -> exclusive(sql, row, parameters))
                : rows;
    }

    private <T> Flux<T> exclusive(String sql, Function<? super Readable, T> row, Object[] parameters) {
        return Flux.usingWhen(Pools.live(pool), connection -> run(connection, sql, row, parameters), Connection::close);
    }

    private static <T> Flux<T> run(Connection connection, String sql, Function<? super Readable, T> row,
            Object[] parameters) {
        Statement statement = connection.createStatement(sql);
        for (int i = 0; i < parameters.length; i++) {
            statement.bind(i, parameters[i]);
        }
        return Flux.<Result>from(statement.execute()).concatMap(result -> result.map(row));
    }

    /** Runs the work in one transaction, or in the one that it is part of already; an error or a cancellation undoes it. */
    public <T> Mono<T> transaction(Mono<T> work) {
        return Mono.deferContextual(context -> context.hasKey(Connection.class)
                ? work
                : Mono.usingWhen(Pools.live(pool), connection -> transaction(connection, work), Connection::close)
                        .onErrorMap(error -> unavailable(error, context)));
    }

    private static <T> Mono<T> transaction(Connection connection, Mono<T> work) {
        return Mono.usingWhen(Mono.from(connection.beginTransaction()).thenReturn(connection),
                begun -> work.contextWrite(context -> context.put(Connection.class, connection)),
                Connection::commitTransaction, (begun, error) -> rollback(connection), Database::rollback);
    }

    private static Mono<Void> rollback(Connection connection) {
        return Mono.from(connection.rollbackTransaction())
                // The connection is gone, and the transaction with it.
                .onErrorResume(Database::isOutage, gone -> Mono.empty());
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

    /** By SQLSTATE where the server spoke; else it did not. */
    private static boolean isOutage(R2dbcException failure) {
        return failure.getSqlState() == null
                ? failure instanceof R2dbcNonTransientResourceException || failure instanceof R2dbcTransientException
                : hasState(failure, OUTAGES);
    }

    private static boolean hasState(R2dbcException failure, List<String> states) {
        String state = failure.getSqlState();
        return state != null && states.stream().anyMatch(state::startsWith);
    }

    private static Throwable unavailable(Throwable error, ContextView context) {
        if (isOutage(error)) {
            warn("The database cannot be used", error, context);
            return new DatabaseUnavailable("The database cannot be reached right now.");
        }
        if (error instanceof R2dbcException failure && hasState(failure, BUSY)) {
            warn("The database was too busy", error, context);
            return new DatabaseUnavailable("The database is too busy right now.");
        }
        return error;
    }

    private static void warn(String what, Throwable error, ContextView context) {
        try (var _ = MDC.putCloseable(RequestId.NAME, context.getOrDefault(RequestId.NAME, null))) {
            log.warn("{}: {}", what, error.toString());
        }
    }
}
