package io.askwell.persistence.agent;

import static org.assertj.core.api.Assertions.assertThat;

import io.askwell.domain.agent.QueryOutcome;
import io.askwell.domain.agent.QueryOutcome.Read;
import io.askwell.domain.agent.QueryOutcome.Refused;
import io.askwell.domain.agent.QueryOutcome.Rejected;
import io.askwell.persistence.DatabaseSettings;
import io.askwell.persistence.DatabaseSettings.Login;
import io.askwell.persistence.Fixtures;
import io.askwell.testkit.postgres.TestDatabase;
import io.askwell.testkit.postgres.TestPostgres;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every attack is stopped, and by the layer that is there for it; then once more without the gate. */
class AdversarialQueriesTest {
    private static final QueryCaps CAPS = new QueryCaps(Duration.ofSeconds(2), 1_000, 1_000_000, 500_000);
    /** What the rows of the target would show, had an attack come through. */
    private static final List<String> SECRETS = List.of("HASH_", "sk_live", "THEIRS", "HARDCODED");
    private static TestDatabase database;
    private static ReaderConnections connections;
    private static PostgresReadOnlyQueries queries;
    private static PostgresSchemaCatalog catalog;

    @BeforeAll
    static void open() throws IOException, SQLException {
        database = TestPostgres.create();
        String reader = "agent_" + database.name();
        database.execute(resource("/security/target.sql").replace("{reader}", reader));
        try (var owner = DriverManager.getConnection(database.jdbcUrl(), database.user(), database.password())) {
            new ReaderHardening(owner, reader).limit();
            new ReaderHardening(owner, reader).revoke();
        }
        var owner = Fixtures.settings(database);
        var settings = new DatabaseSettings(owner.host(), owner.port(), owner.database(), owner.user(),
                Optional.of(new Login(reader, "ro")));
        connections = new ReaderConnections(settings, new ReaderRole(settings).obtain());
        catalog = new PostgresSchemaCatalog(connections);
        queries = new PostgresReadOnlyQueries(connections, catalog, new SqlGate(), CAPS);
    }

    @AfterAll
    static void close() {
        connections.dispose();
    }

    static List<AdversarialQuery> attacks() {
        return AdversarialQuery.all();
    }

    @ParameterizedTest
    @MethodSource("attacks")
    void isStoppedByItsLayer(AdversarialQuery attack) {
        QueryOutcome outcome = Objects.requireNonNull(queries.run(attack.sql()).block());

        assertThat(outcome.toString()).doesNotContain(SECRETS);
        assertThat(layer(attack.sql(), outcome)).isEqualTo(attack.stoppedBy());
    }

    /** What the role, the transaction and the caps do by themselves, should the gate ever let something through. */
    @Test
    void theDatabaseAloneStopsWhatWritesAndHides() throws IOException {
        var lines = new ArrayList<String>();
        var wrong = new ArrayList<String>();
        Map<String, Integer> totals = new TreeMap<>();
        for (AdversarialQuery attack : attacks()) {
            QueryOutcome outcome = Objects.requireNonNull(queries.execute(inSchema(attack.sql())).onErrorResume(
                    error -> reactor.core.publisher.Mono.just(new Rejected("08000", "the driver refuses it", false)))
                    .block());
            String layer = layer(attack.sql(), outcome);
            lines.add("%s\t%s\t%s\t%s".formatted(attack.id(), attack.stoppedBy(), layer,
                    outcome.toString().length() > 150
                            ? outcome.toString().substring(0, 150)
                            : outcome));
            totals.merge(attack.stoppedBy() + " -> " + layer, 1, Integer::sum);
            // Where the server has an extension, its functions are revoked; where not, they do not exist.
            boolean isAsRecorded = layer.equals(attack.databaseAlone())
                    || (layer.equals("GRANTS") && attack.databaseAlone().equals("ERROR"))
                    // Of the two bounds on what a query may take, a slow machine reaches that on time first.
                    || (layer.equals("TIME") && attack.databaseAlone().equals("BYTES"));
            if (!isAsRecorded || SECRETS.stream().anyMatch(outcome.toString()::contains)) {
                wrong.add(attack + ": " + layer + " instead of " + attack.databaseAlone());
            }
        }
        totals.forEach((way, count) -> lines.add(way + "\t" + count));
        Files.createDirectories(Path.of("target"));
        Files.write(Path.of("target/adversarial.tsv"), lines);

        assertThat(wrong).isEmpty();
    }

    /** With the schema before its names, since the search path alone would keep them away. */
    private static String inSchema(String sql) {
        return sql.replaceAll("(?<![.\"\\w'])(customers|orders|users|secret_keys|notes|tenant_orders|v_keys|order_seq"
                + "|get_secret|wipe|p_wipe|pwhash)\\b(?![.])", "shop.$1");
    }

    @AfterEach
    void nothingHasChanged() {
        assertThat(database
                .query("""
                    SELECT (SELECT count(*) FROM shop.orders) || ' ' || (SELECT count(*) FROM shop.customers)
                        || ' ' || (SELECT string_agg(relname, ' ' ORDER BY relname) FROM pg_class
                                   WHERE relkind = 'r' AND relnamespace NOT IN ('pg_catalog'::regnamespace, 'information_schema'::regnamespace))
                        || ' ' || (SELECT last_value FROM shop.order_seq)
                        || ' ' || (SELECT count(*) FROM pg_locks WHERE locktype = 'advisory')"""))
                .containsExactly("20000 1000 customers notes orders secret_keys tenant_orders users 1 0");
    }

    private static String layer(String sql, QueryOutcome outcome) {
        return switch (outcome) {
            case Refused ignored -> ((Admission.Refused) new SqlGate().admit(sql,
                    Objects.requireNonNull(catalog.schema().block()))).rule().name();
            case Rejected(var _, var reason, var _) when reason.contains("larger than a result")
                    || reason.contains("more memory or space") ->
                "BYTES";
            case Rejected(var state, var _, var _) -> switch (state) {
                case "54000" -> "COST";
                case "57014" -> "TIME";
                case "42501" -> "GRANTS";
                case "25006" -> "READ_ONLY";
                case "42601" -> "SUBQUERY";
                default -> "ERROR";
            };
            case Read(var _, var rows) -> rows.truncated() ? "ROWS" : "HARMLESS";
        };
    }

    private static String resource(String name) throws IOException {
        try (var file = AdversarialQueriesTest.class.getResourceAsStream(name)) {
            return new String(file.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
