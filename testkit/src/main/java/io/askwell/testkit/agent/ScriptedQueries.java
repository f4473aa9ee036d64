package io.askwell.testkit.agent;

import io.askwell.domain.agent.QueryOutcome;
import io.askwell.domain.agent.Rows;
import io.askwell.domain.agent.port.out.ReadOnlyQueries;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/** A database that returns what the test says for each SQL, and remembers what was run and what was cancelled. */
public final class ScriptedQueries implements ReadOnlyQueries {
    private final Function<String, Mono<QueryOutcome>> script;
    private final List<String> ran = new CopyOnWriteArrayList<>();
    private final AtomicInteger cancelled = new AtomicInteger();

    public ScriptedQueries(Function<String, Mono<QueryOutcome>> script) {
        this.script = script;
    }

    /** One that returns the same row for every SQL. */
    public static ScriptedQueries oneRow(String column, @Nullable Object value) {
        return new ScriptedQueries(sql -> Mono.just(read(sql, column, value)));
    }

    public static QueryOutcome read(String sql, String column, @Nullable Object value) {
        List<@Nullable Object> row = new ArrayList<>();
        row.add(value);
        return new QueryOutcome.Read(sql, new Rows(List.of(column), List.of(row), false));
    }

    @Override
    public Mono<Void> ready() {
        return Mono.empty();
    }

    @Override
    public Mono<QueryOutcome> run(String sql) {
        return Mono.defer(() -> {
            ran.add(sql);
            return script.apply(sql);
        }).doOnCancel(cancelled::incrementAndGet);
    }

    /** The SQL that was run, in order. */
    public List<String> ran() {
        return List.copyOf(ran);
    }

    /** How many queries were cancelled while they ran. */
    public int cancelled() {
        return cancelled.get();
    }
}
