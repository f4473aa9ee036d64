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
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class PostgresSchemaCatalogTest {
    private static final TableName CUSTOMER = new TableName("public", "customer");
    private static final TableName ORDERS = new TableName("public", "orders");
    private static final TableName ADDRESS = new TableName("public", "address");
    private static TestDatabase database;
    private static ReaderConnections connections;

    @BeforeAll
    static void open() {
        database = TestPostgres.create();
        DatabaseSettings settings = MigratedDatabase.migrate(Fixtures.settings(database)).settings();
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
