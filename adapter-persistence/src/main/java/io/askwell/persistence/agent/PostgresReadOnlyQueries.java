package io.askwell.persistence.agent;

import io.askwell.domain.agent.QueryOutcome;
import io.askwell.domain.agent.port.out.ReadOnlyQueries;
import io.askwell.domain.agent.port.out.SchemaCatalog;
import io.askwell.persistence.Columns;
import io.r2dbc.spi.Connection;
import io.r2dbc.spi.R2dbcException;
import java.util.regex.Pattern;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/** Runs admitted SQL in a read-only transaction under the agent's own login. */
final class PostgresReadOnlyQueries implements ReadOnlyQueries {
    private static final int FETCH_SIZE = 256;
    private static final Pattern COST = Pattern.compile("cost=[0-9.]+[.][.]([0-9.]+)");
    private final ReaderConnections connections;
    private final SchemaCatalog catalog;
    private final SqlGate gate;
    private final QueryCaps caps;

    PostgresReadOnlyQueries(ReaderConnections connections, SchemaCatalog catalog, SqlGate gate, QueryCaps caps) {
        this.connections = connections;
        this.catalog = catalog;
        this.gate = gate;
        this.caps = caps;
    }

    @Override
    public Mono<Void> ready() {
        return connections.ready();
    }

    @Override
    public Mono<QueryOutcome> run(String sql) {
        return catalog.schema().publishOn(Schedulers.parallel()).flatMap(schema -> switch (gate.admit(sql, schema)) {
            case Admission.Refused refused -> Mono.just(
                    new QueryOutcome.Refused(refused.rule().sqlState(), refused.reason(), refused.nearest()));
            case Admission.Admitted admitted -> execute(admitted.sql());
        });
    }

    /** What the gate has admitted, or, in a test of what the database does alone, anything. */
    Mono<QueryOutcome> execute(String sql) {
        return connections.<QueryOutcome>read(caps.timeout(), connection -> {
            var collector = new RowCollector(caps);
            return cost(connection, sql).<QueryOutcome>flatMap(cost -> cost > caps.maxCost()
                    ? Mono.just(SqlErrors.tooExpensive(cost, caps))
                    : rows(connection, sql, collector).then(Mono.defer(() -> collector.isEmpty()
                            ? columns(connection, sql, collector)
                            : Mono.empty()))
                            .then(Mono.fromSupplier(() -> new QueryOutcome.Read(sql, collector.rows()))))
                    // Too little memory or space for this query, which says nothing of the database.
                    .onErrorResume(SqlErrors::isOfItsSize, error -> Mono.just(SqlErrors.tooLarge()));
        }).single().onErrorResume(R2dbcException.class, error -> Mono.just(SqlErrors.rejected(error, caps)));
    }

    /** The planner's estimate for what will run. */
    private Mono<Double> cost(Connection connection, String sql) {
        return Flux.from(connection.createStatement("EXPLAIN " + guarded(sql)).fetchSize(FETCH_SIZE).execute())
                .concatMap(result -> result.map((row, metadata) -> Columns.text(row, 0))).next()
                .map(PostgresReadOnlyQueries::totalCost);
    }

    private static double totalCost(String plan) {
        var cost = COST.matcher(plan);
        if (!cost.find()) {
            throw new IllegalStateException("the database explained a query without its cost");
        }
        return Double.parseDouble(cost.group(1));
    }

    /** A fetch size makes the server refuse a second statement, should one ever get this far. */
    private Mono<Void> rows(Connection connection, String sql, RowCollector collector) {
        return Flux.from(connection.createStatement(guarded(sql)).fetchSize(FETCH_SIZE).execute())
                .concatMap(result -> result.map(collector::read)).takeWhile(collector::offer).then();
    }

    /**
     * The driver holds a row in memory before it can be counted, so the database itself must stop at one that is larger
     * than all rows together may be: it fails to read a number there. One row more than may be shown tells that there are
     * more.
     */
    private String guarded(String sql) {
        return "SELECT q.* FROM (%s) AS q WHERE CASE WHEN octet_length(q::text) > %d THEN (octet_length(q::text) || '%s')::int > 0 ELSE true END LIMIT %d"
                .formatted(sql, caps.maxBytes(), SqlErrors.ROW_TOO_LARGE, caps.maxRows() + 1);
    }

    /** The driver tells the columns with the first row only; a join on false gives one, and the planner skips the rest. */
    private static Mono<Void> columns(Connection connection, String sql, RowCollector collector) {
        String probe = "SELECT q.* FROM (SELECT 1) AS one LEFT JOIN (" + sql + ") AS q ON false";
        return Flux.from(connection.createStatement(probe).fetchSize(1).execute())
                .concatMap(result -> result.map((row, metadata) -> {
                    collector.names(metadata);
                    return true;
                })).then();
    }
}
