package io.askwell.testkit.customer;

import io.askwell.domain.customer.Precondition;
import io.askwell.domain.customer.Stored;
import io.askwell.domain.customer.port.out.Store;
import io.askwell.domain.paging.PageRequest;
import io.askwell.domain.paging.Position;
import io.askwell.domain.paging.Sort;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.IntFunction;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Rows by id, with versions; one lock guards all tables of the same {@link InMemoryStores}. */
abstract class InMemoryTable<I, D, Q> implements Store<I, D, Q> {
    private final Object lock;
    private final IntFunction<I> id;
    private final TreeMap<Integer, Stored<I, D>> rows = new TreeMap<>();
    private int lastId;

    InMemoryTable(Object lock, IntFunction<I> id) {
        this.lock = lock;
        this.id = id;
    }

    abstract int value(I id);

    abstract PageRequest<Stored<I, D>> page(Q query);

    abstract Predicate<Stored<I, D>> matching(Q query);

    /**
     * Refuses what the database would refuse.
     *
     * @param row id of the row that is written
     */
    abstract void check(int row, D data);

    /**
     * Follows the writing or removing of a row.
     *
     * @param data what was there and what is there
     */
    abstract void changed(List<D> data);

    @Override
    public Flux<Stored<I, D>> list(Q query, int limit) {
        PageRequest<Stored<I, D>> page = page(query);
        Comparator<Position> order = order(page.sort());
        return each(() -> rows.values().stream().filter(matching(query))
                .filter(row -> page.after().map(after -> order.compare(position(page.sort(), row), after) > 0)
                        .orElse(true))
                .sorted(Comparator.comparing(row -> position(page.sort(), row), order)).limit(limit).toList());
    }

    private Position position(Sort<Stored<I, D>> sort, Stored<I, D> row) {
        return new Position(Optional.ofNullable(sort.field().key().apply(row)), value(row.id()));
    }

    private static Comparator<Position> order(Sort<?> sort) {
        Comparator<Position> order = ((Comparator<Position>) InMemoryTable::compareKeys)
                .thenComparingInt(Position::id);
        return sort.descending() ? order.reversed() : order;
    }

    @SuppressWarnings("unchecked")
    private static int compareKeys(Position one, Position other) {
        if (one.key().isEmpty() || other.key().isEmpty()) {
            return Boolean.compare(one.key().isPresent(), other.key().isPresent());
        }
        return ((Comparable<Object>) folded(one.key().get())).compareTo(folded(other.key().get()));
    }

    private static Comparable<?> folded(Comparable<?> key) {
        return key instanceof String text ? text.toLowerCase(Locale.ROOT) : key;
    }

    @Override
    public Mono<Stored<I, D>> find(I id) {
        return one(() -> rows.get(value(id)));
    }

    @Override
    public Mono<Stored<I, D>> add(D data) {
        return one(() -> insert(data));
    }

    @Override
    public Mono<Stored<I, D>> update(I id, Precondition precondition, UnaryOperator<D> change) {
        return one(() -> {
            Stored<I, D> before = rows.get(value(id));
            if (before == null) {
                return null;
            }
            D data = change.apply(precondition.check(before).data());
            return data.equals(before.data()) ? before : write(before, data);
        });
    }

    @Override
    public Mono<Stored<I, D>> remove(I id, Precondition precondition) {
        return one(() -> {
            Stored<I, D> row = rows.get(value(id));
            return row == null ? null : delete(precondition.check(row));
        });
    }

    final Stored<I, D> insert(D data) {
        check(lastId + 1, data);
        var row = Stored.first(id.apply(++lastId), data);
        rows.put(lastId, row);
        changed(List.of(data));
        return row;
    }

    private Stored<I, D> write(Stored<I, D> before, D data) {
        check(value(before.id()), data);
        var after = new Stored<>(before.id(), before.version() + 1, data);
        rows.put(value(before.id()), after);
        changed(List.of(before.data(), data));
        return after;
    }

    Stored<I, D> delete(Stored<I, D> row) {
        rows.remove(value(row.id()));
        changed(List.of(row.data()));
        return row;
    }

    /** Raises the version of a row, if it is there. */
    final void touch(I id) {
        rows.computeIfPresent(value(id), (number, row) -> new Stored<>(id, row.version() + 1, row.data()));
    }

    final List<Stored<I, D>> rows() {
        return List.copyOf(rows.values());
    }

    /** Gives what puts the rows back as they are now. */
    final Runnable snapshot() {
        Map<Integer, Stored<I, D>> now = Map.copyOf(rows);
        return () -> {
            rows.clear();
            rows.putAll(now);
        };
    }

    final <T> Flux<T> each(Supplier<List<T>> read) {
        return Flux.defer(() -> {
            synchronized (lock) {
                return Flux.fromIterable(read.get());
            }
        });
    }

    final <T> Mono<T> one(Supplier<@Nullable T> work) {
        return Mono.defer(() -> {
            synchronized (lock) {
                return Mono.justOrEmpty(work.get());
            }
        });
    }
}
