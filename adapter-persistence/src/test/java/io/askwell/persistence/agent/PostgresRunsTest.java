package io.askwell.persistence.agent;

import static org.assertj.core.api.Assertions.assertThat;

import io.askwell.domain.access.Caller;
import io.askwell.domain.agent.AgentEvent.AnswerChunk;
import io.askwell.domain.agent.EventBatch;
import io.askwell.domain.agent.EventId;
import io.askwell.domain.agent.Mode;
import io.askwell.domain.agent.Question;
import io.askwell.domain.agent.Run;
import io.askwell.domain.agent.RunEvent;
import io.askwell.domain.agent.RunId;
import io.askwell.domain.agent.RunQuery;
import io.askwell.domain.agent.RunState;
import io.askwell.domain.agent.port.out.Runs;
import io.askwell.persistence.Database;
import io.askwell.persistence.DatabaseSettings;
import io.askwell.persistence.Fixtures;
import io.askwell.persistence.MigratedDatabase;
import io.askwell.persistence.OpenDatabase;
import io.askwell.testkit.agent.OneRun;
import io.askwell.testkit.agent.RunsContract;
import io.askwell.testkit.postgres.TestDatabase;
import io.askwell.testkit.postgres.TestPostgres;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

class PostgresRunsTest extends RunsContract {
    private static OpenDatabase open;

    @BeforeAll
    static void open() {
        open = OpenDatabase.with(2);
    }

    @AfterAll
    static void close() {
        open.close();
    }

    @Test
    void eventsThatHadARowEachAreCarriedOver() {
        TestDatabase database = TestPostgres.create();
        DatabaseSettings settings = Fixtures.settings(database);
        Flyway.configure().dataSource(settings.jdbcUrl(), database.user(), database.password())
                .defaultSchema(MigratedDatabase.OWN_SCHEMA).schemas(MigratedDatabase.OWN_SCHEMA).target("7").load()
                .migrate();
        database.execute("""
            INSERT INTO askwell.run (id, owner, question, mode, detached, attempt, asked_at, leader, leased_until)
            VALUES ('%s', 'alice', 'How many?', 'MODEL', TRUE, 2, now(), 'me', now());
            INSERT INTO askwell.run_event
            SELECT id, tried, sequence, '{"type":"answerChunk","text":"' || tried || '.' || sequence || '"}'
            FROM askwell.run, generate_series(1, 2) AS tried, generate_series(1, 300) AS sequence
            WHERE NOT (tried = 1 AND sequence BETWEEN 100 AND 110)""".formatted(OneRun.ID));

        MigratedDatabase.migrate(settings);

        assertThat(database.query("""
            SELECT attempt || ': ' || first_sequence || ' to ' || last_sequence || ', '
                || (SELECT string_agg(event ->> 'text', ' ') FROM json_array_elements(events::json) AS event)
            FROM askwell.event_batch ORDER BY attempt, first_sequence"""))
                .containsExactly("1: 1 to 99, " + texts(1, 1, 99), "1: 111 to 300, " + texts(1, 111, 300),
                        "2: 1 to 300, " + texts(2, 1, 300));
    }

    @Test
    void aPageBeginsInTheMiddleOfAnIndex() {
        var query = new RunQuery(RunQuery.Filter.NONE,
                Optional.of(new RunQuery.Place(Instant.EPOCH, new RunId(OneRun.ID))), 50);
        Database database = open.database();

        List<String> plan = database.transaction(without("seqscan").then(without("sort")).then(without("bitmapscan"))
                .then(database.query("EXPLAIN " + PostgresRuns.LIST, row -> String.valueOf(row.get(0)),
                        PostgresRuns.parameters("alice", query)).collectList()))
                .blockOptional().orElseThrow();

        assertThat(String.join("\n", plan)).contains("Index Scan Backward using run_by_owner")
                .containsPattern("Index Cond: .*ROW\\(asked_at, id\\) <").doesNotContain("Sort");
    }

    @Test
    void whatAThousandRunsSayIsOneStatement() {
        List<Run> all = IntStream.range(0, 1_000).mapToObj(i -> new Run(new RunId(UUID.randomUUID().toString()),
                new Caller("crowd"), new Question("How many?"), Optional.empty(), Mode.MODEL, true, 1, RunState.RUNNING,
                Instant.EPOCH,
                Optional.empty())).toList();
        Flux.fromIterable(all).flatMap(run -> runs().open(run, "me", Duration.ofMinutes(1))).blockLast();
        long before = open.statements();

        runs().append(all.stream().map(run -> new EventBatch(IntStream.rangeClosed(1, 5)
                .mapToObj(place -> new RunEvent(run.id(), new EventId(1, place), new AnswerChunk("word " + place)))
                .toList(), Instant.EPOCH)).toList()).block();

        assertThat(open.statements() - before).isEqualTo(1);
        assertThat(runs().events(all.getLast().id(), EventId.START).count().block()).isEqualTo(5);
    }

    private static Mono<Void> without(String kindOfPlan) {
        return open.database().query("SET LOCAL enable_" + kindOfPlan + " = off", row -> row).then();
    }

    private static String texts(int attempt, int from, int to) {
        return IntStream.rangeClosed(from, to).mapToObj(sequence -> attempt + "." + sequence)
                .collect(Collectors.joining(" "));
    }

    @Override
    protected Runs runs() {
        return new PostgresRuns(open.database());
    }
}
