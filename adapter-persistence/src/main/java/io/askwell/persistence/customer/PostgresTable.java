package io.askwell.persistence.customer;

import static java.util.stream.Collectors.joining;

import io.askwell.domain.customer.Precondition;
import io.askwell.domain.customer.Stored;
import io.askwell.domain.customer.port.out.Store;
import io.askwell.domain.failure.Failure;
import io.askwell.persistence.Columns;
import io.askwell.persistence.Database;
import io.r2dbc.spi.R2dbcException;
import io.r2dbc.spi.Readable;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** A table whose rows have an id and a version; triggers raise the version. */
abstract class PostgresTable<I, D, Q> implements Store<I, D, Q> {
    /** SQLSTATEs of a refused change. */
    static final String UNIQUE_VIOLATION = "23505";
    static final String FOREIGN_KEY_VIOLATION = "23503";
    private final Database database;
    private final String table;
    private final String columns;
    private final String find;
    private final String lock;
    private final String insert;
    private final String update;
    private final String delete;

    /**
     * @param columns those that hold what is stored, beside id and version
     * @param lock selects the row with id {@code $1} as {@code t} and locks it, after whatever has to be locked before it;
     *     {@code %s} stands for the columns
     */
    PostgresTable(Database database, String table, List<String> columns, String lock) {
        int count = columns.size();
        this.database = database;
        this.table = table;
        this.columns = "t.id, t.version, " + columns.stream().map("t."::concat).collect(joining(", "));
        this.find = "SELECT %s FROM %s AS t WHERE t.id = $1".formatted(this.columns, table);
        this.lock = lock.formatted(this.columns);
        this.insert = "INSERT INTO %s AS t (%s) VALUES (%s) RETURNING %s".formatted(table, String.join(", ", columns),
                IntStream.rangeClosed(1, count).mapToObj(i -> "$" + i).collect(joining(", ")), this.columns);
        this.update = "UPDATE %s AS t SET %s WHERE t.id = $%d RETURNING %s".formatted(table,
                IntStream.range(0, count).mapToObj(i -> columns.get(i) + " = $" + (i + 1)).collect(joining(", ")),
                count + 1, this.columns);
        this.delete = "DELETE FROM %s AS t WHERE t.id = $1 RETURNING %s".formatted(table, this.columns);
    }

    abstract I id(int value);

    abstract int value(I id);

    /** @param first index of the first of the columns that hold what is stored */
    abstract D data(Readable row, int first);

    /** What the columns get, in their order. */
    abstract Object[] values(D data);

    /** The conditions and the order that the query asks for. */
    abstract Selection selection(Q query);

    /** What it means that the database refused a change, if it is the client's to know. */
    abstract Optional<Failure> meaning(String sqlState, D data);

    final Database database() {
        return database;
    }

    @Override
    public final Flux<Stored<I, D>> list(Q query, int limit) {
        Selection selection = selection(query);
        return read(selection.sql(columns, table), selection.parameters(limit));
    }

    /** Those rows that a condition with parameters {@code $1} and so on holds for, by id. */
    final Flux<Stored<I, D>> listWhere(String condition, Object... parameters) {
        return read("SELECT %s FROM %s AS t WHERE %s ORDER BY t.id".formatted(columns, table, condition), parameters);
    }

    @Override
    public final Mono<Stored<I, D>> find(I id) {
        return read(find, value(id)).singleOrEmpty();
    }

    @Override
    public final Mono<Stored<I, D>> add(D data) {
        return change(data, insert, values(data));
    }

    @Override
    public final Mono<Stored<I, D>> update(I id, Precondition precondition, UnaryOperator<D> change) {
        return database.transaction(read(lock, value(id)).singleOrEmpty().map(precondition::check).flatMap(before -> {
            D data = change.apply(before.data());
            return data.equals(before.data()) ? Mono.just(before) : write(id, data);
        }));
    }

    private Mono<Stored<I, D>> write(I id, D data) {
        Object[] values = values(data);
        Object[] parameters = Arrays.copyOf(values, values.length + 1);
        parameters[values.length] = value(id);
        return change(data, update, parameters);
    }

    @Override
    public final Mono<Stored<I, D>> remove(I id, Precondition precondition) {
        return database.transaction(read(lock, value(id)).singleOrEmpty().map(precondition::check)
                .flatMap(row -> change(row.data(), delete, value(id))));
    }

    private Mono<Stored<I, D>> change(D data, String sql, Object... parameters) {
        return read(sql, parameters).single().onErrorMap(R2dbcException.class,
                refused -> Optional.ofNullable(refused.getSqlState()).<Throwable>flatMap(
                        state -> meaning(state, data)).orElse(refused));
    }

    private Flux<Stored<I, D>> read(String sql, Object... parameters) {
        return database.query(sql, row -> new Stored<>(id(Columns.integer(row, 0)), Columns.integer(row, 1),
                data(row, 2)), parameters);
    }
}
