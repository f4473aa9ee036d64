package io.askwell.persistence.agent;

import io.askwell.domain.access.Caller;
import io.askwell.domain.agent.AgentEvent;
import io.askwell.domain.agent.ConversationId;
import io.askwell.domain.agent.EventBatch;
import io.askwell.domain.agent.EventId;
import io.askwell.domain.agent.Mode;
import io.askwell.domain.agent.Question;
import io.askwell.domain.agent.Run;
import io.askwell.domain.agent.RunEvent;
import io.askwell.domain.agent.RunId;
import io.askwell.domain.agent.RunPage;
import io.askwell.domain.agent.RunQuery;
import io.askwell.domain.agent.RunState;
import io.askwell.domain.agent.Turn;
import io.askwell.domain.agent.port.out.Runs;
import io.askwell.persistence.Columns;
import io.askwell.persistence.Database;
import io.askwell.persistence.LikePattern;
import io.r2dbc.spi.Readable;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** The runs of the event log in table {@code askwell.run}; {@link EventBatches} has what happened in them. */
final class PostgresRuns implements Runs {
    private static final String COLUMNS = "id, owner, question, mode, detached, attempt, state, asked_at, ended_at, conversation";
    private static final String OPEN = """
        INSERT INTO askwell.run (id, owner, question, mode, detached, attempt, asked_at, leader, leased_until, conversation)
        VALUES ($1, $2, $3, $4, $5, $6, $7, $8, now() + $9 * INTERVAL '1 millisecond', $10)""";
    private static final String FIND = "SELECT " + COLUMNS + " FROM askwell.run WHERE id = $1";
    /** Where nothing is asked for, bounds are infinite and patterns match everything: one plan serves every page. */
    static final String LIST = "SELECT " + COLUMNS + """
         FROM askwell.run WHERE owner = $1 AND (asked_at, id) < ($2::text::timestamptz, $3::uuid)
        AND asked_at BETWEEN $4::text::timestamptz AND $5::text::timestamptz
        AND state LIKE $6 AND mode LIKE $7 AND lower(question) LIKE lower($8) AND coalesce(conversation, '') LIKE $9
        ORDER BY asked_at DESC, id DESC LIMIT $10""";
    private static final UUID LAST_ID = new UUID(-1, -1);
    private static final String ANYTHING = "%";
    private static final String TURNS = """
        SELECT question, json_build_array(events::json -> -1)::text FROM (
            SELECT id, attempt, question, asked_at FROM askwell.run
            WHERE owner = $1 AND conversation = $2 AND asked_at < $3 AND state = 'completed'
            ORDER BY asked_at DESC, id LIMIT $4) AS asked
        CROSS JOIN LATERAL (
            SELECT events FROM askwell.event_batch WHERE run_id = asked.id AND attempt = asked.attempt
            ORDER BY first_sequence DESC LIMIT 1) AS ended
        ORDER BY asked_at, id DESC""";
    private static final String WANT_CANCELLED = "UPDATE askwell.run SET cancel_wanted = TRUE WHERE id = $1 AND state = 'running'";
    /** A lease that is nearly whole is left as it is. What another statement holds just now is renewed the next time. */
    private static final String RENEW = """
        WITH due AS (
            SELECT id FROM askwell.run WHERE id = ANY($2::uuid[]) AND leader = $1 AND state = 'running'
            AND leased_until < now() + 0.8 * $3 * INTERVAL '1 millisecond' FOR NO KEY UPDATE SKIP LOCKED
        ), renewed AS (
            UPDATE askwell.run SET leased_until = now() + $3 * INTERVAL '1 millisecond' FROM due WHERE run.id = due.id
        )
        SELECT id FROM askwell.run WHERE id = ANY($2::uuid[]) AND leader = $1 AND state = 'running' AND cancel_wanted""";
    private static final String RELEASE = "UPDATE askwell.run SET leased_until = '-infinity' WHERE leader = $1 AND state = 'running'";
    private static final String TAKE_OVER = """
        UPDATE askwell.run SET leader = $1, leased_until = now() + $2 * INTERVAL '1 millisecond', attempt = attempt + 1
        WHERE id IN (SELECT id FROM askwell.run WHERE state = 'running' AND leased_until < now()
                     ORDER BY leased_until LIMIT $3 FOR UPDATE SKIP LOCKED) RETURNING\s""" + COLUMNS;
    private static final String REMOVE = """
        DELETE FROM askwell.run WHERE id IN (
            SELECT id FROM askwell.run WHERE state <> 'running' AND ended_at < $1
            ORDER BY ended_at LIMIT $2 FOR UPDATE SKIP LOCKED) RETURNING id""";
    private final Database database;
    private final EventBatches events;

    PostgresRuns(Database database) {
        this.database = database;
        this.events = new EventBatches(database);
    }

    @Override
    public Mono<Void> open(Run run, String leader, Duration lease) {
        return database.query("run.open", OPEN, row -> row, uuid(run.id()), run.owner().name(), run.question().text(),
                run.mode().name(), run.detached(), run.attempt(), time(run.askedAt()), leader, millis(lease),
                Columns.nullable(String.class, run.conversation().map(ConversationId::value).orElse(null))).then();
    }

    @Override
    public Mono<Void> append(List<EventBatch> batches) {
        return events.append(batches);
    }

    @Override
    public Mono<Run> find(RunId id) {
        return database.query("run.find", FIND, PostgresRuns::run, uuid(id)).singleOrEmpty();
    }

    @Override
    public Mono<RunPage> list(String owner, RunQuery query) {
        return database.query("run.list", LIST, PostgresRuns::run, parameters(owner, query)).collectList()
                .map(read -> RunPage.of(read, query));
    }

    static Object[] parameters(String owner, RunQuery query) {
        var filter = query.filter();
        return new Object[]{owner, query.after().map(place -> bound(place.askedAt())).orElse("infinity"),
                query.after().map(place -> uuid(place.id())).orElse(LAST_ID),
                filter.askedAt().from().map(PostgresRuns::bound).orElse("-infinity"),
                filter.askedAt().to().map(PostgresRuns::bound).orElse("infinity"),
                filter.state().map(RunState::label).orElse(ANYTHING), filter.mode().map(Mode::name).orElse(ANYTHING),
                filter.questionContains().map(LikePattern::containing).orElse(ANYTHING),
                filter.conversation().map(id -> LikePattern.exactly(id.value())).orElse(ANYTHING), query.limit() + 1};
    }

    @Override
    public Flux<Turn> turns(Caller owner, ConversationId conversation, Instant before, int limit) {
        return database.query("run.turns", TURNS, row -> Turn.of(new Question(Columns.text(row, 0)),
                (AgentEvent.Completed) EventJson.read(Columns.text(row, 1)).getFirst()), owner.name(),
                conversation.value(),
                time(before), limit);
    }

    @Override
    public Flux<RunEvent> events(RunId id, EventId after) {
        return events.after(id, after);
    }

    @Override
    public Mono<Void> requestCancellation(RunId id) {
        return database.query("run.cancel", WANT_CANCELLED, row -> row, uuid(id)).then();
    }

    @Override
    public Flux<RunId> renew(String leader, Collection<RunId> ids, Duration lease) {
        return database.query("run.renew", RENEW, PostgresRuns::id, leader,
                ids.stream().map(PostgresRuns::uuid).toArray(UUID[]::new), millis(lease));
    }

    @Override
    public Mono<Void> release(String leader) {
        return database.query("run.release", RELEASE, row -> row, leader).then();
    }

    @Override
    public Flux<Run> takeOver(String leader, Duration lease, int limit) {
        return database.query("run.takeOver", TAKE_OVER, PostgresRuns::run, leader, millis(lease), limit);
    }

    @Override
    public Mono<Integer> removeEnded(Instant before, int limit) {
        return database.query("run.remove", REMOVE, PostgresRuns::id, time(before), limit).count()
                .map(Math::toIntExact);
    }

    /** Postgres has no year 0, where a time of the year 1 may lie in UTC, and reads no year of five digits. */
    private static String bound(Instant time) {
        int year = time.atOffset(ZoneOffset.UTC).getYear();
        if (year < 1) {
            return "-infinity";
        }
        return year > 9999 ? "infinity" : time.toString();
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

    static UUID uuid(RunId id) {
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
