package io.askwell.persistence;

import static io.askwell.testkit.Patience.PATIENCE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.r2dbc.spi.R2dbcException;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Statements of many callers over a few connections. */
class PipelinedClientTest {
    private OpenDatabase open;
    private Database database;

    @BeforeEach
    void open() {
        open = OpenDatabase.with(4);
        database = open.database();
    }

    @AfterEach
    void close() {
        open.close();
    }

    @Test
    void eachCallerGetsTheAnswerToItsOwnStatement() {
        List<Integer> numbers = IntStream.range(0, 2_000).boxed().toList();

        List<Integer> doubled = Flux.fromIterable(numbers).flatMapSequential(number -> database.query(
                "SELECT $1::int * 2", row -> Columns.integer(row, 0), number), 500).collectList().block(PATIENCE);

        assertThat(doubled).isEqualTo(numbers.stream().map(number -> number * 2).toList());
    }

    @Test
    void aRefusedStatementHarmsNoneOfThoseAroundIt() {
        var refusals = new ArrayList<String>();

        List<Integer> added = Flux.range(0, 300).flatMap(i -> database.query("""
            INSERT INTO public.customer (name, email) VALUES ($1, $2) RETURNING id""", row -> Columns.integer(row, 0),
                "Customer " + i, i % 3 == 0 ? "alice@example.com" : "c" + i + "@example.com")
                .onErrorResume(R2dbcException.class, refused -> {
                    synchronized (refusals) {
                        refusals.add(refused.getSqlState());
                    }
                    return Mono.empty();
                }), 100).collectList().block(PATIENCE);

        assertThat(added).hasSize(200);
        assertThat(refusals).hasSize(100).containsOnly("23505");
    }

    @Test
    void nothingWaitsBehindAStatementThatIsKnownToBeSlow() {
        var slow = Flux.range(0, 8).flatMap(_ -> database.query("SELECT 1 FROM pg_sleep(60)", row -> 0)).subscribe();
        Mono.delay(Duration.ofMillis(500)).block();

        List<Integer> quick = Flux.range(0, 50).flatMap(i -> database.query("SELECT $1::int",
                row -> Columns.integer(row, 0), i)).collectList().block(PATIENCE.dividedBy(2));

        assertThat(quick).hasSize(50);
        slow.dispose();
    }

    @Test
    void aReadWhoseConnectionBrokeIsReadAgain() {
        var reads = Flux.range(0, 8).flatMap(i -> database.query("SELECT $1::int FROM pg_sleep(1)",
                row -> Columns.integer(row, 0), i));

        assertThat(Flux.merge(reads, terminateAll().thenMany(Flux.empty()))
                .collectList().block(PATIENCE)).hasSize(8);
    }

    @Test
    void connectionsThatTheDatabaseClosedAreOpenedAgain() {
        Flux.range(0, 40).flatMap(i -> one()).blockLast(PATIENCE);
        assertThatThrownBy(() -> Flux.merge(database.query("WITH slow AS (SELECT pg_sleep(20)) SELECT 1 FROM slow",
                row -> 0), terminateAll().flux()).blockLast(PATIENCE))
                .as("a statement under way that may be a change").isInstanceOf(DatabaseUnavailable.class);

        List<Integer> ones = Flux.range(0, 40).flatMap(i -> one()).collectList().block(PATIENCE);

        assertThat(ones).hasSize(40);
    }

    /** From a connection of its own, which belongs to another application, as soon as a statement is under way. */
    private Mono<Integer> terminateAll() {
        var other = PipelinedClient.open(open.settings(), open.settings().user(), "other");
        return other.free("SELECT").orElseThrow().query("""
            SELECT 1 FROM pg_stat_activity WHERE application_name = 'askwell-test' AND datname = current_database()
            AND state = 'active' AND query LIKE '%pg_sleep%'""", row -> 0).next()
                .repeatWhenEmpty(again -> again.delayElements(Duration.ofMillis(100)))
                .then(terminateAll(other)).doFinally(_ -> other.dispose());
    }

    private static Mono<Integer> terminateAll(PipelinedClient other) {
        return Mono.defer(() -> other.free("SELECT").orElseThrow().query("""
            SELECT count(pg_terminate_backend(pid))::int FROM pg_stat_activity
            WHERE application_name = 'askwell-test' AND datname = current_database()""",
                row -> Columns.integer(row, 0)).single());
    }

    private Mono<Integer> one() {
        return database.query("SELECT 1", row -> Columns.integer(row, 0)).single();
    }

    @Test
    void valuesArriveAsTheyWereSentWhateverTheConnection() {
        String sql = "SELECT $1::text, $2::int, $3::numeric, $4::date, $5::text, cardinality($6::text[])";
        Object[] values = {"Zoë 😀", Integer.MIN_VALUE, new BigDecimal("12345678.90"), LocalDate.of(2024, 2, 29),
                Columns.nullable(String.class, null), new String[]{"a", "b"}};
        var alone = database.query(sql, PipelinedClientTest::cells, values).single();

        assertThat(alone.block(PATIENCE)).isEqualTo(database.transaction(alone).block(PATIENCE))
                .containsExactly("Zoë 😀", Integer.MIN_VALUE, new BigDecimal("12345678.90"), LocalDate.of(2024, 2, 29),
                        "nothing", 2);
    }

    private static List<Object> cells(io.r2dbc.spi.Readable row) {
        String nothing = row.get(4, String.class);
        return List.of(Columns.text(row, 0), Columns.integer(row, 1), row.get(2, BigDecimal.class),
                row.get(3, LocalDate.class), nothing == null ? "nothing" : nothing, Columns.integer(row, 5));
    }

    @Test
    void aDatabaseThatIsNotThereIsSaidSo() {
        var nowhere = new DatabaseSettings("127.0.0.1", 1, "none", open.settings().user(),
                open.settings().reader());
        PipelinedClient pipelines = PipelinedClient.open(nowhere, nowhere.user(), "test");

        assertThatThrownBy(() -> new Database(pipelines, open.pool(), open.meters())
                .query("SELECT 1", row -> 0).blockLast(PATIENCE)).isInstanceOf(DatabaseUnavailable.class);
        pipelines.dispose();
    }
}
