package io.askwell.persistence.agent;

import static org.assertj.core.api.Assertions.assertThat;

import io.askwell.domain.agent.Question;
import io.askwell.domain.agent.Schema;
import io.askwell.domain.agent.Schema.Column;
import io.askwell.domain.agent.Schema.ForeignKey;
import io.askwell.domain.agent.Schema.Kind;
import io.askwell.domain.agent.Schema.TableName;
import io.askwell.domain.agent.ValueMatch;
import io.askwell.persistence.DatabaseSettings;
import io.askwell.persistence.Fixtures;
import io.askwell.persistence.MigratedDatabase;
import io.askwell.testkit.postgres.TestDatabase;
import io.askwell.testkit.postgres.TestPostgres;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class PostgresSchemaCatalogTest {
    private static final TableName CUSTOMER = new TableName("public", "customer");
    private static final TableName ORDERS = new TableName("public", "orders");
    private static final TableName ADDRESS = new TableName("public", "address");
    private static TestDatabase database;
    private static DatabaseSettings settings;
    private static ReaderConnections connections;

    @BeforeAll
    static void open() {
        database = TestPostgres.create();
        settings = MigratedDatabase.migrate(Fixtures.settings(database)).settings();
        database.execute(
                "CREATE TABLE public.\"Odd \"\"name\" (\"Größe\" text, stamp timestamptz, ok boolean, doc jsonb)");
        database.execute("CREATE TABLE public.secret (token text); REVOKE ALL ON public.secret FROM PUBLIC");
        connections = new ReaderConnections(settings, new ReaderRole(settings).obtain());
        database.execute("REVOKE SELECT ON public.secret FROM askwell_reader_" + database.name());
    }

    @AfterAll
    static void close() {
        connections.dispose();
    }

    @Test
    void showsTheTablesThatTheAgentMayRead() {
        assertThat(schema().tables()).extracting(table -> table.name().name())
                .containsExactly("Odd \"name", "address", "customer", "orders");
    }

    @Test
    void showsColumnsWithTypesCommentsAndSampleValues() {
        var orders = schema().table(ORDERS).orElseThrow();

        assertThat(orders.primaryKey()).containsExactly("id");
        assertThat(orders.comment()).isEqualTo("What customers have bought");
        assertThat(orders.columns()).extracting(Column::name, Column::sqlType, Column::kind, Column::nullable)
                .containsExactly(tuple("id", "integer", Kind.INTEGER, false),
                        tuple("customer_id", "integer", Kind.INTEGER, false),
                        tuple("order_date", "date", Kind.DATE, true),
                        tuple("total_amount", "numeric(10,2)", Kind.DECIMAL, true));
        assertThat(schema().table(ADDRESS).orElseThrow().column("country").orElseThrow().values())
                .containsExactly("Fantasy", "USA");
    }

    @Test
    void showsKindsOfOtherTypes() {
        assertThat(schema().table(new TableName("public", "Odd \"name")).orElseThrow().columns())
                .extracting(Column::kind).containsExactly(Kind.TEXT, Kind.TIMESTAMP, Kind.BOOLEAN, Kind.OTHER);
    }

    @Test
    void showsForeignKeys() {
        assertThat(schema().foreignKeys()).containsExactlyInAnyOrder(
                new ForeignKey(ADDRESS, List.of("customer_id"), CUSTOMER, List.of("id")),
                new ForeignKey(ORDERS, List.of("customer_id"), CUSTOMER, List.of("id")));
    }

    @Test
    void findsTheValuesThatAQuestionNamesInWholeOrInPart() {
        assertThat(values("How many orders has alice made in the USA?")).containsExactlyInAnyOrder(
                new ValueMatch(CUSTOMER, "name", "Alice Wonderland"),
                new ValueMatch(CUSTOMER, "email", "alice@example.com"), new ValueMatch(ADDRESS, "country", "USA"));
    }

    @Test
    void findsAValueTheMomentItIsStored() {
        catalog().schema().block();
        database.execute("INSERT INTO public.customer (name, email) VALUES ('Žofie Nováková', 'z@example.cz')");

        assertThat(values("Orders of žofie?")).contains(new ValueMatch(CUSTOMER, "name", "Žofie Nováková"));
    }

    @Test
    void findsAWholeValueAmongMoreThanItKeeps() {
        try (var crowd = new Crowd(5_000)) {
            assertThat(values("orders of Person 4711")).contains(crowd.value("signer", "Person 4711"))
                    .hasSizeLessThan(60);
        }
    }

    @Test
    void searchesALargeTableByItsIndexesAndItsCommonValuesAlone() {
        try (var crowd = new Crowd(400_000)) {
            List<ValueMatch> found = values("shipments of Person 4711 and Carrier 4711 in Freetown");

            assertThat(found).containsExactlyInAnyOrder(crowd.value("signer", "Person 4711"),
                    crowd.value("town", "Freetown"));
            assertThat(crowd.scans()).as("whole scans of the large table").isZero();
        }
    }

    @Test
    void keepsTheSchemaAsLongAsItSaysTheSame() {
        var catalog = new PostgresSchemaCatalog(connections, Duration.ZERO);
        Schema first = catalog.schema().block();

        assertThat(catalog.schema().block()).isSameAs(first);
        database.execute("CREATE TABLE public.parcel (id int, sender text)");
        assertThat(catalog.schema().block()).isNotSameAs(first).satisfies(
                schema -> assertThat(schema.table(new TableName("public", "parcel"))).isPresent());
        database.execute("DROP TABLE public.parcel");
    }

    @Test
    void readsTheCatalogueAnewWhereATableIsGone() {
        database.execute("CREATE TABLE public.parcel (id int, sender text)");
        var catalog = catalog();
        assertThat(catalog.schema().block().table(new TableName("public", "parcel"))).isPresent();
        database.execute("DROP TABLE public.parcel");

        assertThat(catalog.valuesNamedIn(Question.parse("orders of Bob Builder")).block())
                .contains(new ValueMatch(CUSTOMER, "name", "Bob Builder"));
        assertThat(catalog.schema().block().table(new TableName("public", "parcel"))).isEmpty();
    }

    /** A table of many rows, for a while. */
    private static final class Crowd implements AutoCloseable {
        private static final TableName NAME = new TableName("public", "crowd");
        private final long scansBefore;

        Crowd(int rows) {
            database.execute("""
                CREATE TABLE public.crowd (id int, signer varchar(50), carrier text, town text, remark text);
                INSERT INTO public.crowd SELECT n, 'Person ' || n, 'Carrier ' || n,
                    (ARRAY['Freetown', 'Oldtown'])[n %% 2 + 1], CASE WHEN n = 7 THEN 'fragile' END
                FROM generate_series(1, %d) AS n;
                CREATE INDEX ON public.crowd (signer);
                ANALYZE public.crowd""".formatted(rows));
            scansBefore = scansSoFar();
        }

        ValueMatch value(String column, String value) {
            return new ValueMatch(NAME, column, value);
        }

        /** What the reader has done is counted when its connections are closed. */
        long scans() {
            connections.dispose();
            connections = new ReaderConnections(settings, new ReaderRole(settings).obtain());
            return scansSoFar() - scansBefore;
        }

        private static long scansSoFar() {
            return Long.parseLong(database.query(
                    "SELECT seq_scan FROM pg_stat_user_tables WHERE relname = 'crowd'").getFirst());
        }

        @Override
        public void close() {
            database.execute("DROP TABLE public.crowd");
        }
    }

    @Test
    void findsNothingInAQuestionWithoutWords() {
        assertThat(values("???")).isEmpty();
    }

    @Test
    void takesNoHarmFromAQuestionThatLooksLikeSql() {
        assertThat(values("'; DROP TABLE customer; -- \\ {a,b} \"")).isEmpty();
        assertThat(database.query("SELECT count(*) > 0 FROM customer")).containsExactly("t");
    }

    private static org.assertj.core.groups.Tuple tuple(Object... values) {
        return org.assertj.core.groups.Tuple.tuple(values);
    }

    private static Schema schema() {
        return catalog().schema().block();
    }

    private static List<ValueMatch> values(String question) {
        return catalog().valuesNamedIn(Question.parse(question)).block();
    }

    private static PostgresSchemaCatalog catalog() {
        return new PostgresSchemaCatalog(connections);
    }
}
