package io.askwell.persistence.agent;

import io.askwell.domain.agent.AgentEvent;
import io.askwell.domain.agent.EventBatch;
import io.askwell.domain.agent.EventId;
import io.askwell.domain.agent.RunEvent;
import io.askwell.domain.agent.RunId;
import io.askwell.persistence.Columns;
import io.askwell.persistence.Database;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** What happened in the runs of the event log: a batch of events in each row of table {@code askwell.event_batch}. */
final class EventBatches {
    /**
     * A batch takes the place of those that lie within it. It ends its run in the same statement, so that no run has its last
     * event and goes on.
     */
    private static final String APPEND = """
        WITH line AS (
            SELECT * FROM unnest($1::uuid[], $2::int[], $3::bigint[], $4::bigint[], $5::text[], $6::text[], $7::text[])
                AS line (run_id, attempt, first_sequence, last_sequence, events, state, ended_at)
        ), added AS (
            INSERT INTO askwell.event_batch AS old (run_id, attempt, first_sequence, last_sequence, events)
            SELECT run_id, line.attempt, first_sequence, last_sequence, events
            FROM line JOIN askwell.run ON run.id = line.run_id
            ON CONFLICT (run_id, attempt, first_sequence)
            DO UPDATE SET last_sequence = excluded.last_sequence, events = excluded.events
            WHERE old.last_sequence < excluded.last_sequence
        ), covered AS (
            DELETE FROM askwell.event_batch AS old USING line
            WHERE old.run_id = line.run_id AND old.attempt = line.attempt
            AND old.first_sequence > line.first_sequence AND old.last_sequence <= line.last_sequence
        )
        UPDATE askwell.run SET state = line.state, ended_at = line.ended_at::timestamptz FROM line
        WHERE run.id = line.run_id AND run.attempt = line.attempt AND run.state = 'running' AND line.state <> 'running'""";
    /** Characters of events that one statement takes. A single batch may have more. */
    private static final int AT_ONCE = 1_000_000;
    private static final String EVENTS = """
        SELECT attempt, first_sequence, events FROM askwell.event_batch
        WHERE run_id = $1 AND attempt = (SELECT attempt FROM askwell.run WHERE id = $1)
        AND (attempt > $2 OR attempt = $2 AND last_sequence > $3) ORDER BY first_sequence""";
    private final Database database;

    EventBatches(Database database) {
        this.database = database;
    }

    Mono<Void> append(List<EventBatch> batches) {
        return Flux.defer(() -> Flux.fromIterable(portions(batches))).concatMap(this::appendAtOnce).then();
    }

    /** A batch as it is stored. */
    private record Line(EventBatch batch, String events) {
        static Line of(EventBatch batch) {
            return new Line(batch, EventJson.write(batch.events().stream().map(RunEvent::event).toList()));
        }
    }

    /** What one statement takes each. */
    private static List<List<Line>> portions(List<EventBatch> batches) {
        var portions = new ArrayList<List<Line>>();
        int room = 0;
        for (EventBatch batch : batches) {
            Line line = Line.of(batch);
            if (portions.isEmpty() || line.events().length() > room) {
                portions.add(new ArrayList<>());
                room = AT_ONCE;
            }
            room -= line.events().length();
            portions.getLast().add(line);
        }
        return portions;
    }

    private Mono<Void> appendAtOnce(List<Line> lines) {
        return database.query("run.append", APPEND, row -> row,
                column(lines, line -> PostgresRuns.uuid(line.batch().runId()), UUID[]::new),
                column(lines, line -> line.batch().first().attempt(), Integer[]::new),
                column(lines, line -> line.batch().first().sequence(), Long[]::new),
                column(lines, line -> line.batch().last().sequence(), Long[]::new),
                column(lines, Line::events, String[]::new),
                column(lines, line -> line.batch().state().label(), String[]::new),
                column(lines, line -> line.batch().at().toString(), String[]::new)).then();
    }

    private static <T> Object column(List<Line> lines, Function<Line, T> value, IntFunction<T[]> array) {
        return lines.stream().map(value).toArray(array);
    }

    Flux<RunEvent> after(RunId id, EventId after) {
        Flux<List<RunEvent>> batches = database.query("run.events", EVENTS, row -> batch(id, Columns.integer(row, 0),
                Objects.requireNonNull(row.get(1, Long.class)), EventJson.read(Columns.text(row, 2))),
                PostgresRuns.uuid(id),
                after.attempt(), after.sequence());
        return Flux.defer(() -> {
            var last = new AtomicReference<EventId>(after);
            // A statement whose connection was lost may have added its batch after a later one that holds it too.
            return batches.flatMapIterable(events -> events)
                    .filter(event -> event.id().isAfter(Objects.requireNonNull(last.get())))
                    .doOnNext(event -> last.set(event.id()));
        });
    }

    private static List<RunEvent> batch(RunId run, int attempt, long first, List<AgentEvent> events) {
        return IntStream.range(0, events.size())
                .mapToObj(i -> new RunEvent(run, new EventId(attempt, first + i), events.get(i))).toList();
    }
}
