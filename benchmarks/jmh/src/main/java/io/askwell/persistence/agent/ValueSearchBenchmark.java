package io.askwell.persistence.agent;

import io.askwell.domain.agent.Question;
import io.askwell.domain.agent.ValueMatch;
import io.askwell.persistence.DatabaseSettings;
import io.askwell.persistence.DatabaseSettings.Login;
import io.askwell.persistence.MigratedDatabase;
import io.askwell.testkit.postgres.TestDatabase;
import io.askwell.testkit.postgres.TestPostgres;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

/**
 * What it costs to look for a question's values, and to read the catalogue anew, beside a table of so many rows: with a
 * column of names that has an index, one that has none, one of few values, and one that is empty but for the last row.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SampleTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 2, time = 3)
@Measurement(iterations = 3, time = 5)
@Fork(1)
public class ValueSearchBenchmark {
    private static final Question QUESTION = Question
            .parse("How many shipments to Alice Wonderland in Freetown did Person 4711 sign for since June?");

    @Param({"1000", "20000", "10000000"})
    public int rows;

    private ReaderConnections connections;
    private PostgresSchemaCatalog catalog;

    @Setup
    public void fill() {
        TestDatabase database = TestPostgres.create();
        DatabaseSettings settings = MigratedDatabase.migrate(new DatabaseSettings(database.host(), database.port(),
                database.name(), new Login(database.user(), database.password()), Optional.empty())).settings();
        database.execute("""
            CREATE TABLE public.shipment (id bigint, signer text, carrier text, town text, remark text);
            INSERT INTO public.shipment
            SELECT n, 'Person ' || n, 'Carrier ' || n, (ARRAY['Freetown', 'Oldtown', 'Newtown'])[n %% 3 + 1],
                   CASE WHEN n = %d THEN 'fragile' END
            FROM generate_series(1, %1$d) AS n;
            CREATE INDEX ON public.shipment (signer);
            ANALYZE public.shipment;""".formatted(rows));
        connections = new ReaderConnections(settings, new ReaderRole(settings).obtain());
        catalog = new PostgresSchemaCatalog(connections);
        List<ValueMatch> found = values();
        System.out.println("found: " + found);
    }

    @TearDown
    public void close() {
        connections.dispose();
    }

    /** On the way of each question. */
    @Benchmark
    public List<ValueMatch> values() {
        return Objects.requireNonNull(catalog.valuesNamedIn(QUESTION).block());
    }

    /** Once in ten seconds, where there are questions. */
    @Benchmark
    public Object catalogue() {
        return Objects.requireNonNull(new PostgresSchemaCatalog(connections).schema().block());
    }
}
