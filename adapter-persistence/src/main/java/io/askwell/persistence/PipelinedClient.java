package io.askwell.persistence;

import io.askwell.persistence.DatabaseSettings.Login;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import io.vertx.core.file.FileSystemOptions;
import io.vertx.pgclient.PgConnectOptions;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import reactor.core.Disposable;

/**
 * A few connections on which the statements of many callers are under way at once. Only for statements that are
 * transactions of their own: each is sent without waiting for the answers to those before it, which costs a third of
 * what a connection from a pool does.
 *
 * <p>Answers come in the order of the statements, so a slow one holds up those behind it. Nothing joins it once it is
 * known to be slow.
 */
public final class PipelinedClient implements Disposable, MeterBinder {
    private static final int EVENT_LOOPS = 2;
    /** Few, so that under load several statements share a packet and the database's processes do not take turns. */
    private static final int FOR_READS = Math.max(2, Runtime.getRuntime().availableProcessors());
    /** More, since commits of one connection come one by one, those of several go to the disk together. */
    private static final int FOR_WRITES = 10;
    private static final int UNANSWERED = 256;
    private final Vertx vertx;
    private final List<PipelinedConnection> reads;
    private final List<PipelinedConnection> writes;

    private PipelinedClient(Vertx vertx, PgConnectOptions options) {
        this.vertx = vertx;
        this.reads = connections(vertx, options, FOR_READS);
        this.writes = connections(vertx, options, FOR_WRITES);
    }

    /** Connects when it is first used. */
    public static PipelinedClient open(DatabaseSettings settings, Login login, String name) {
        return new PipelinedClient(Vertx.vertx(new VertxOptions().setPreferNativeTransport(true)
                .setEventLoopPoolSize(EVENT_LOOPS).setWorkerPoolSize(1).setInternalBlockingPoolSize(1)
                .setFileSystemOptions(new FileSystemOptions().setFileCachingEnabled(false)
                        .setClassPathResolvingEnabled(false))),
                new PgConnectOptions().setHost(settings.host()).setPort(settings.port())
                        .setDatabase(settings.database()).setUser(login.user()).setPassword(login.password())
                        .setCachePreparedStatements(true).setPipeliningLimit(UNANSWERED)
                        .addProperty("application_name", "askwell-" + name)
                        .addProperty("lock_timeout", String.valueOf(Pools.LOCK_WAIT.toMillis()))
                        .addProperty("statement_timeout", String.valueOf(Pools.STATEMENT_TIMEOUT.toMillis())));
    }

    private static List<PipelinedConnection> connections(Vertx vertx, PgConnectOptions options, int count) {
        return Stream.generate(() -> PipelinedConnection.on(vertx, options)).limit(count).toList();
    }

    /** The least busy connection for the statement; none if something slow is under way on each. */
    Optional<PipelinedConnection> free(String sql) {
        PipelinedConnection best = null;
        int least = Integer.MAX_VALUE;
        for (PipelinedConnection connection : isRead(sql) ? reads : writes) {
            int underWay = connection.underWay();
            if (underWay < least && !connection.isHeldUp()) {
                best = connection;
                least = underWay;
            }
        }
        return Optional.ofNullable(best);
    }

    /** Whether it does no harm to run the statement twice. */
    static boolean isRead(String sql) {
        return sql.stripLeading().regionMatches(true, 0, "SELECT", 0, "SELECT".length());
    }

    @Override
    public void bindTo(MeterRegistry registry) {
        gauge(registry, "reads", reads);
        gauge(registry, "writes", writes);
    }

    private static void gauge(MeterRegistry registry, String kind, List<PipelinedConnection> connections) {
        Gauge.builder("database.pipelined", connections,
                all -> all.stream().mapToInt(PipelinedConnection::underWay).sum())
                .description("Statements under way on shared connections").tag("kind", kind)
                .register(registry);
    }

    @Override
    public void dispose() {
        vertx.close();
    }
}
