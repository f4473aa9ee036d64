package io.askwell.persistence;

import io.r2dbc.spi.Parameter;
import io.r2dbc.spi.R2dbcNonTransientResourceException;
import io.r2dbc.spi.Readable;
import io.vertx.core.Context;
import io.vertx.core.Deployable;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.core.VertxException;
import io.vertx.pgclient.PgConnectOptions;
import io.vertx.pgclient.PgConnection;
import io.vertx.pgclient.PgException;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import io.vertx.sqlclient.Tuple;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** A connection that many share; opened when somebody needs it, and again after it broke. */
final class PipelinedConnection {
    /** Ordinary statements take less by far; a busy machine may take it for one that is slow, which does no harm. */
    private static final long SLOW = Duration.ofMillis(20).toNanos();
    private final Vertx vertx;
    private final PgConnectOptions options;
    private final Context eventLoop;
    private final AtomicReference<@Nullable Future<PgConnection>> connection = new AtomicReference<>();
    private final AtomicInteger underWay = new AtomicInteger();
    /** When the statement that is being answered became the first in the row. */
    private volatile long progressed;

    private PipelinedConnection(Vertx vertx, PgConnectOptions options, Context eventLoop) {
        this.vertx = vertx;
        this.options = options;
        this.eventLoop = eventLoop;
    }

    /** On the event loop whose turn it is. */
    static PipelinedConnection on(Vertx vertx, PgConnectOptions options) {
        var context = new CompletableFuture<Context>();
        Deployable eventLoop = given -> {
            context.complete(given);
            return Future.succeededFuture();
        };
        return new PipelinedConnection(vertx, options,
                vertx.deployVerticle(eventLoop).toCompletionStage().thenCombine(context, (_, given) -> given)
                        .toCompletableFuture().join());
    }

    /** How many statements are without an answer. */
    int underWay() {
        return underWay.get();
    }

    /** Whether the statement that is being answered is a slow one. */
    boolean isHeldUp() {
        return underWay.get() > 0 && System.nanoTime() - progressed > SLOW;
    }

    /**
     * Runs a statement that is a transaction of its own. To cancel the subscription does not stop it.
     *
     * <p>Signals what R2DBC would: {@link StatementRefused} with the SQLSTATE,
     * {@link ConnectionLost} if the connection broke meanwhile, or {@link R2dbcNonTransientResourceException} if there
     * is none to be had.
     */
    <T> Flux<T> query(String sql, Function<? super Readable, T> row, Object... parameters) {
        return Mono.<List<T>>create(sink -> send(sql, tuple(parameters)).onComplete((rows, error) -> {
            try {
                if (error == null) {
                    sink.success(read(rows, row));
                } else {
                    sink.error(inWordsOfR2dbc(error));
                }
            } catch (RuntimeException unreadable) {
                sink.error(unreadable);
            }
        })).flatMapIterable(rows -> rows);
    }

    private static Tuple tuple(Object[] parameters) {
        var tuple = Tuple.tuple(new ArrayList<>(parameters.length));
        for (Object parameter : parameters) {
            tuple.addValue(parameter instanceof Parameter typed ? typed.getValue() : parameter);
        }
        return tuple;
    }

    private static <T> List<T> read(RowSet<Row> rows, Function<? super Readable, T> row) {
        var all = new ArrayList<T>(rows.size());
        for (Row each : rows) {
            all.add(row.apply(new PipelinedRow(each)));
        }
        return all;
    }

    private Future<RowSet<Row>> send(String sql, Tuple parameters) {
        if (underWay.getAndIncrement() == 0) {
            progressed = System.nanoTime();
        }
        return connection().compose(open -> open.preparedQuery(sql).execute(parameters)).onComplete(_ -> {
            progressed = System.nanoTime();
            underWay.decrementAndGet();
        });
    }

    private Future<PgConnection> connection() {
        Future<PgConnection> known = connection.get();
        if (known != null) {
            return known;
        }
        Promise<PgConnection> promise = Promise.promise();
        Future<PgConnection> opening = promise.future();
        if (!connection.compareAndSet(null, opening)) {
            return connection();
        }
        eventLoop.runOnContext(_ -> PgConnection.connect(vertx, options)
                .timeout(Pools.CONNECT_TIMEOUT.toMillis(), TimeUnit.MILLISECONDS)
                .onSuccess(open -> open.closeHandler(_ -> connection.compareAndSet(opening, null)))
                .onFailure(_ -> connection.compareAndSet(opening, null))
                .recover(error -> Future.failedFuture(unreachable(error)))
                .onComplete(promise));
        return opening;
    }

    private static Throwable unreachable(Throwable error) {
        return error instanceof PgException refused
                ? new StatementRefused(refused)
                : new R2dbcNonTransientResourceException("The database cannot be connected to", error);
    }

    private static Throwable inWordsOfR2dbc(Throwable error) {
        return switch (error) {
            case PgException said when !isFarewell(said) -> new StatementRefused(said);
            // Each of the client's own: nothing was sent, or no answer came.
            case VertxException lost -> new ConnectionLost(lost);
            case IOException lost -> new ConnectionLost(lost);
            default -> error;
        };
    }

    /** What the database says before it closes a connection. */
    private static boolean isFarewell(PgException said) {
        return said.getSqlState().startsWith("57P");
    }
}
