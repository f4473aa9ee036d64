package io.askwell.persistence.agent;

import static io.askwell.testkit.Patience.FOREVER;
import static io.askwell.testkit.Patience.PATIENCE;
import static io.askwell.testkit.Patience.await;
import static org.assertj.core.api.Assertions.assertThat;

import io.askwell.domain.agent.QueryOutcome;
import io.askwell.domain.agent.QueryOutcome.Read;
import io.askwell.domain.agent.QueryOutcome.Refused;
import io.askwell.domain.agent.QueryOutcome.Rejected;
import io.askwell.domain.agent.Rows;
import io.askwell.persistence.DatabaseSettings;
import io.askwell.persistence.Fixtures;
import io.askwell.persistence.MigratedDatabase;
import io.askwell.testkit.postgres.TestDatabase;
import io.askwell.testkit.postgres.TestPostgres;
import io.r2dbc.spi.R2dbcException;
import io.r2dbc.spi.Result;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class PostgresReadOnlyQueriesTest {
    /** Admitted by the gate, and busy for far longer than any test waits. */
    private static final String ENDLESS = "SELECT count(*) FROM generate_series(1, 1000000) AS a (n) "
            + "CROSS JOIN generate_series(1, 1000000) AS b (n)";
    private static final double ANY_COST = Double.MAX_VALUE;
    private static TestDatabase database;
    private static ReaderConnections connections;

    @BeforeAll
    static void open() {
        database = TestPostgres.create();
        DatabaseSettings settings = MigratedDatabase.migrate(Fixtures.settings(database)).settings();
        connections = new ReaderConnections(settings, new ReaderRole(settings).obtain());
    }

    @AfterAll
    static void close() {
        connections.dispose();
    }

    @Test
    void readsRowsWithTheirColumns() {
        assertThat(run("SELECT name, id FROM customer ORDER BY id LIMIT 2")).isEqualTo(
                new Read("SELECT name, id FROM public.customer ORDER BY id LIMIT 2", new Rows(List.of("name", "id"),
                        List.of(List.of("Alice Wonderland", 1L), List.of("Bob Builder", 2L)), false)));
    }

    @Test
    void readsEveryTypeAsADomainValue() {
        assertThat(rows("""
            SELECT 1::smallint, 2.50, 1.5::double precision, true, DATE '2024-05-01', 'text', NULL::text,
                   ARRAY[1, 2], INTERVAL '1 day', 'NaN'::real, 'NaN'::numeric, 'infinity'::date""").values().getFirst())
                .isEqualTo(
                        Arrays.asList(1L, new BigDecimal("2.50"), new BigDecimal("1.5"), true, LocalDate.of(2024, 5, 1),
                                "text",
                                null, "[1, 2]", "0 years 0 mons 1 days 0 hours 0 mins 0.0 secs", "NaN", "NaN",
                                "infinity"));
    }

    @Test
    void tellsTheColumnsOfAnEmptyResultToo() {
        assertThat(rows("SELECT id, name AS who FROM customer WHERE false"))
                .isEqualTo(new Rows(List.of("id", "who"), List.of(), false));
    }

    @Test
    void cutsOffAtTheRowCapAndSaysSo() {
        Rows rows = ((Read) queries(new QueryCaps(PATIENCE, 10, 1_000_000, ANY_COST))
                .run("SELECT * FROM generate_series(1, 1000000)").block()).rows();

        assertThat(rows.size()).isEqualTo(10);
        assertThat(rows.truncated()).isTrue();
    }

    @Test
    void isNotTruncatedWhenTheRowsJustFit() {
        Rows rows = ((Read) queries(new QueryCaps(PATIENCE, 10, 1_000_000, ANY_COST))
                .run("SELECT * FROM generate_series(1, 10)").block()).rows();

        assertThat(rows.size()).isEqualTo(10);
        assertThat(rows.truncated()).isFalse();
    }

    @Test
    void cutsOffAtTheByteCapAndSaysSo() {
        Rows rows = ((Read) queries(new QueryCaps(PATIENCE, 1_000, 100, ANY_COST))
                .run("SELECT 'forty characters, more or less, in a cell' FROM generate_series(1, 50)").block()).rows();

        assertThat(rows.size()).isEqualTo(2);
        assertThat(rows.truncated()).isTrue();
    }

    @Test
    void stopsAtARowThatIsLargerThanAResultMayBe() {
        String huge = "SELECT string_agg(name, replace('xxxxxxxxxx', 'x', replace('xxxxxxxxxx', 'x', "
                + "replace('xxxxxxxxxx', 'x', 'xxxxxxxxxx')))) FROM customer CROSS JOIN generate_series(1, 1000)";

        assertThat(run(huge)).isInstanceOfSatisfying(Rejected.class,
                rejected -> assertThat(rejected.reason()).contains("larger than a result may be"));
    }

    @Test
    void passesOverConnectionsThatTheDatabaseClosedWhileTheyWereIdle() throws InterruptedException {
        assertThat(rows("SELECT 1").size()).isEqualTo(1);
        database.query("SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE usename = 'askwell_reader_"
                + database.name() + "'");
        // The word of the end has to arrive: a query that overtakes it finds a connection that only seems alive.
        TimeUnit.SECONDS.sleep(1);

        assertThat(rows("SELECT 1").size()).isEqualTo(1);
    }

    @Test
    void givesUpAQueryThatTakesTooLong() {
        assertThat(queries(new QueryCaps(Duration.ofMillis(200), 10, 1_000, ANY_COST)).run(ENDLESS).block())
                .isEqualTo(new Rejected("57014", "the query took longer than 200 ms", false));
    }

    @Test
    void doesNotRunWhatThePlannerFindsTooExpensive() {
        assertThat(run(ENDLESS)).isInstanceOfSatisfying(Rejected.class, rejected -> {
            assertThat(rejected.sqlState()).isEqualTo("54000");
            assertThat(rejected.reason()).contains("more than the 500000 that are allowed");
        });
    }

    @Test
    void cannotWriteInItsTransactionWhateverItSays() {
        for (String sql : List.of("SET TRANSACTION READ WRITE", "SET LOCAL transaction_read_only = off")) {
            assertThat(connections.read(PATIENCE, connection -> connection.createStatement(sql).execute())
                    .flatMap(Result::getRowsUpdated).then().materialize().block().getThrowable()).as(sql)
                    .isInstanceOfSatisfying(R2dbcException.class,
                            error -> assertThat(error.getSqlState()).isEqualTo("25001"));
        }
    }

    @Test
    void leavesNothingOfAQueryInTheSession() {
        statement("PREPARE left_over AS SELECT 1");

        assertThat(statement("SELECT count(*) FROM pg_prepared_statements WHERE name = 'left_over'")).isEqualTo("0");
    }

    @Test
    void bindsEveryTransactionToItsSettings() {
        assertThat(statement("SELECT current_setting('search_path')")).isEqualTo("pg_catalog");
        assertThat(statement("SELECT current_setting('work_mem') || current_setting('lock_timeout')"))
                .isEqualTo("16MB1s");
    }

    private static String statement(String sql) {
        return connections.read(PATIENCE, connection -> connection.createStatement(sql).execute())
                .flatMap(result -> result.map(row -> String.valueOf(row.get(0)))).blockLast();
    }

    @Test
    void refusesWhatTheGateRefuses() {
        assertThat(run("DELETE FROM orders")).isEqualTo(new Refused("25006", "only SELECT is allowed", List.of()));
    }

    @Test
    void refusesAWrongColumnWithTheRealOnes() {
        assertThat(run("SELECT nam FROM customer")).isEqualTo(new Refused("42703",
                "column nam does not exist; the columns of public.customer are [id, name, email]",
                List.of("customer.name")));
    }

    @Test
    void rejectsWhatTheDatabaseDoesNotTakeWithItsReason() {
        assertThat(run("SELECT sum(name) FROM customer")).isInstanceOfSatisfying(Rejected.class, rejected -> {
            assertThat(rejected.sqlState()).isEqualTo("42883");
            assertThat(rejected.reason()).contains("sum(character varying)");
            assertThat(rejected.mendable()).isTrue();
        });
    }

    @Test
    void keepsValuesOutOfErrors() {
        assertThat(run("SELECT email::integer FROM customer")).isInstanceOfSatisfying(Rejected.class,
                rejected -> assertThat(rejected.reason()).doesNotContain("alice").contains("does not fit"));
    }

    @Test
    void logsInAsARoleThatCannotWrite() {
        assertThat(database.query("SELECT rolsuper OR rolcreaterole OR rolcreatedb FROM pg_roles WHERE rolname = '"
                + "askwell_reader_" + database.name() + "'")).containsExactly("f");
        assertThat(database.query("SELECT has_table_privilege('askwell_reader_" + database.name()
                + "', 'public.orders', 'INSERT, UPDATE, DELETE, TRUNCATE')")).containsExactly("f");
        assertThat(database.query("SELECT has_schema_privilege('askwell_reader_" + database.name()
                + "', 'askwell', 'USAGE')")).containsExactly("f");
    }

    @Test
    void cancellingEndsTheQueryInTheDatabase() {
        var subscription = queries(new QueryCaps(FOREVER, 10, 1_000, ANY_COST)).run(ENDLESS).subscribe();
        await().until(() -> running() == 1);

        subscription.dispose();

        await().until(() -> running() == 0);
        assertThat(rows("SELECT 1").size()).isEqualTo(1);
    }

    private static long running() {
        return database
                .query("SELECT 1 FROM pg_stat_activity WHERE state = 'active' AND usename LIKE 'askwell_reader%' "
                        + "AND query LIKE '%generate_series(1, 1000000) AS a%'")
                .size();
    }

    private static Rows rows(String sql) {
        return ((Read) run(sql)).rows();
    }

    private static QueryOutcome run(String sql) {
        return queries(QueryCaps.DEFAULT).run(sql).block();
    }

    private static PostgresReadOnlyQueries queries(QueryCaps caps) {
        return new PostgresReadOnlyQueries(connections, new PostgresSchemaCatalog(connections), new SqlGate(), caps);
    }
}
