package io.askwell.persistence.agent;

import io.askwell.domain.access.Caller;
import io.askwell.domain.agent.AgentEvent;
import io.askwell.domain.agent.ConversationId;
import io.askwell.domain.agent.EventId;
import io.askwell.domain.agent.Mode;
import io.askwell.domain.agent.Question;
import io.askwell.domain.agent.Run;
import io.askwell.domain.agent.RunEvent;
import io.askwell.domain.agent.RunId;
import io.askwell.domain.agent.RunState;
import io.askwell.domain.agent.Turn;
import io.askwell.domain.agent.port.out.Runs;
import io.askwell.persistence.Columns;
import io.askwell.persistence.Database;
import io.r2dbc.spi.Readable;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** The event log in tables {@code askwell.run} and {@code askwell.run_event}. */
final class PostgresRuns implements Runs {
    private static final String COLUMNS = "id, owner, question, mode, detached, attempt, state, asked_at, ended_at, conversation";
    private static final String OPEN = """
        INSERT INTO askwell.run (id, owner, question, mode, detached, attempt, asked_at, leader, leased_until, conversation)
        VALUES ($1, $2, $3, $4, $5, $6, $7, $8, now() + $9 * INTERVAL '1 millisecond', $10)""";
    private static final String APPEND = """
        INSERT INTO askwell.run_event (run_id, attempt, sequence, event)
        SELECT $1, $2, place, event FROM unnest($3::bigint[], $4::text[]) AS line (place, event)
        ON CONFLICT DO NOTHING""";
    /** In one statement, so that no run has its last event and goes on. */
    private static final String APPEND_LAST = "WITH added AS (" + APPEND + """
        ) UPDATE askwell.run SET state = $5, ended_at = $6 WHERE id = $1 AND attempt = $2 AND state = 'running'""";
    private static final String FIND = "SELECT " + COLUMNS + " FROM askwell.run WHERE id = $1";
    private static final String LATEST = "SELECT " + COLUMNS
            + " FROM askwell.run WHERE owner = $1 ORDER BY asked_at DESC, id LIMIT $2";
    private static final String TURNS = """
        SELECT question, event FROM (
            SELECT id, attempt, question, asked_at FROM askwell.run
            WHERE owner = $1 AND conversation = $2 AND asked_at < $3 AND state = 'completed'
            ORDER BY asked_at DESC, id LIMIT $4) AS asked
        CROSS JOIN LATERAL (
            SELECT event FROM askwell.run_event WHERE run_id = asked.id AND attempt = asked.attempt
            ORDER BY sequence DESC LIMIT 1) AS ended
        ORDER BY asked_at, id DESC""";
    private static final String EVENTS = """
        SELECT attempt, sequence, event FROM askwell.run_event
        WHERE run_id = $1 AND attempt = (SELECT attempt FROM askwell.run WHERE id = $1)
        AND (attempt > $2 OR attempt = $2 AND sequence > $3) ORDER BY sequence""";
    private static final String WANT_CANCELLED = "UPDATE askwell.run SET cancel_wanted = TRUE WHERE id = $1 AND state = 'running'";
    private static final String RENEW = """
        UPDATE askwell.run SET leased_until = now() + $2 * INTERVAL '1 millisecond'
        WHERE leader = $1 AND state = 'running' RETURNING id, cancel_wanted""";
    private static final String RELEASE = "UPDATE askwell.run SET leased_until = '-infinity' WHERE leader = $1 AND state = 'running'";
    private static final String TAKE_OVER = """
        UPDATE askwell.run SET leader = $1, leased_until = now() + $2 * INTERVAL '1 millisecond', attempt = attempt + 1
        WHERE id IN (SELECT id FROM askwell.run WHERE state = 'running' AND leased_until < now()
                     ORDER BY leased_until LIMIT $3 FOR UPDATE SKIP LOCKED) RETURNING\s""" + COLUMNS;
    private final Database database;

    PostgresRuns(Database database) {
        this.database = database;
    }

    @Override
    public Mono<Void> open(Run run, String leader, Duration lease) {
        return database.query("run.open", OPEN, row -> row, uuid(run.id()), run.owner().name(), run.question().text(),
                run.mode().name(), run.detached(), run.attempt(), time(run.askedAt()), leader, millis(lease),
                Columns.nullable(String.class, run.conversation().map(ConversationId::value).orElse(null))).then();
    }

    @Override
    public Mono<Void> append(List<RunEvent> events, Instant now) {
        RunEvent last = events.getLast();
        Object run = uuid(last.runId());
        int attempt = last.id().attempt();
        Long[] places = events.stream().map(event -> event.id().sequence()).toArray(Long[]::new);
        String[] texts = events.stream().map(event -> EventJson.write(event.event())).toArray(String[]::new);
        return last.event().isTerminal()
                ? database.query("run.end", APPEND_LAST, row -> row, run, attempt, places, texts,
                        RunState.after(last.event()).label(), time(now)).then()
                : database.query("run.append", APPEND, row -> row, run, attempt, places, texts).then();
    }

    @Override
    public Mono<Run> find(RunId id) {
        return database.query("run.find", FIND, PostgresRuns::run, uuid(id)).singleOrEmpty();
    }

    @Override
    public Flux<Run> latest(String owner, int limit) {
        return database.query("run.latest", LATEST, PostgresRuns::run, owner, limit);
    }

    @Override
    public Flux<Turn> turns(Caller owner, ConversationId conversation, Instant before, int limit) {
        return database.query("run.turns", TURNS, row -> Turn.of(new Question(Columns.text(row, 0)),
                (AgentEvent.Completed) EventJson.read(Columns.text(row, 1))), owner.name(), conversation.value(),
                time(before), limit);
    }

    @Override
    public Flux<RunEvent> events(RunId id, EventId after) {
        return database.query("run.events", EVENTS, row -> {
            AgentEvent event = EventJson.read(Columns.text(row, 2));
            return new RunEvent(id, new EventId(Columns.integer(row, 0),
                    Objects.requireNonNull(row.get(1, Long.class))), event);
        }, uuid(id), after.attempt(), after.sequence());
    }

    @Override
    public Mono<Void> requestCancellation(RunId id) {
        return database.query("run.cancel", WANT_CANCELLED, row -> row, uuid(id)).then();
    }

    @Override
    public Flux<RunId> renew(String leader, Duration lease) {
        record Renewed(RunId id, boolean cancelWanted) {}
        return database.query("run.renew", RENEW,
                row -> new Renewed(id(row), Objects.requireNonNull(row.get(1, Boolean.class))), leader, millis(lease))
                .filter(Renewed::cancelWanted).map(Renewed::id);
    }

    @Override
    public Mono<Void> release(String leader) {
        return database.query("run.release", RELEASE, row -> row, leader).then();
    }

    @Override
    public Flux<Run> takeOver(String leader, Duration lease, int limit) {
        return database.query("run.takeOver", TAKE_OVER, PostgresRuns::run, leader, millis(lease), limit);
    }

    private static Run run(Readable row) {
        return new Run(id(row), new Caller(Columns.text(row, 1)), new Question(Columns.text(row, 2)),
                Optional.ofNullable(row.get(9, String.class)).map(ConversationId::new),
                Mode.valueOf(Columns.text(row, 3)), Objects.requireNonNull(row.get(4, Boolean.class)),
                Columns.integer(row, 5), RunState.valueOf(Columns.text(row, 6).toUpperCase(Locale.ROOT)),
                Objects.requireNonNull(row.get(7, OffsetDateTime.class)).toInstant(),
                Optional.ofNullable(row.get(8, OffsetDateTime.class)).map(OffsetDateTime::toInstant));
    }

    private static RunId id(Readable row) {
        return new RunId(String.valueOf(row.get(0, UUID.class)));
    }

    private static UUID uuid(RunId id) {
        return UUID.fromString(id.value());
    }

    private static OffsetDateTime time(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }

    /** As a double: what the database takes an interval times. */
    private static double millis(Duration duration) {
        return duration.toMillis();
    }
}
