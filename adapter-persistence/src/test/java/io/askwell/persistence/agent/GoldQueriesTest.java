package io.askwell.persistence.agent;

import static org.assertj.core.api.Assertions.assertThat;

import io.askwell.domain.agent.Schema;
import io.askwell.persistence.agent.Admission.Admitted;
import io.askwell.persistence.agent.Admission.Refused;
import io.askwell.testkit.postgres.TestDatabase;
import io.askwell.testkit.postgres.TestPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * How many of the questions' gold queries of a Spider archive the gate admits, and whether they then read the same. The
 * archive is not in the repository: {@code -Dgold.queries=DIRECTORY} names where it is unpacked ({@code questions.jsonl}
 * and {@code db/*.sql}, a schema for each database). The report is {@code target/gold-queries.txt}.
 */
@EnabledIfSystemProperty(named = "gold.queries", matches = ".+")
class GoldQueriesTest {
    private static final double AIM = 0.995;
    private static final Pattern QUOTED = Pattern.compile("\"([^\"]*)\"");
    private final Path directory = Path.of(System.getProperty("gold.queries", ""));
    private final SqlGate gate = new SqlGate();
    private final List<String> report = new ArrayList<>();
    private final Map<String, Integer> refusedByRule = new TreeMap<>();
    private int valid;
    private int admitted;
    private int differing;

    @Test
    void admitsWhatPostgresCanRunAndReadsTheSame() throws IOException, SQLException {
        var database = TestPostgres.create();
        try (var scripts = Files.list(directory.resolve("db"))) {
            scripts.sorted().forEach(script -> database.execute(text(script)));
        }
        var schemas = new SchemaOfDatabase(database);
        for (String line : Files.readAllLines(directory.resolve("questions.jsonl"))) {
            JsonNode question = JsonMapper.shared().readTree(line);
            ask(database, schemas, question);
        }
        report.addFirst(
                "%d of %d that Postgres can run are admitted (%.2f %%), %d of them read otherwise; refused by %s"
                        .formatted(admitted, valid, 100.0 * admitted / valid, differing, refusedByRule));
        Files.write(Path.of("target/gold-queries.txt"), report);

        assertThat(admitted).as(report.getFirst()).isGreaterThan((int) (AIM * valid));
        assertThat(differing).isZero();
    }

    private void ask(TestDatabase database, SchemaOfDatabase schemas, JsonNode question) {
        String schema = question.get("db").asString();
        String sql = inPostgres(question.get("gold_sqlite").asString(), schemas.named(schema));
        Answer gold = Answer.of(database, schema, sql);
        if (!gold.problem().isEmpty()) {
            return;
        }
        valid++;
        switch (gate.admit(sql, schemas.named(schema))) {
            case Refused refused -> {
                refusedByRule.merge(refused.rule().name(), 1, Integer::sum);
                report.add("REFUSED %s %s: %s%n        %s".formatted(question.get("id").asString(), refused.rule(),
                        refused.reason(), sql));
            }
            case Admitted(var rewritten) -> {
                admitted++;
                Answer answer = Answer.of(database, "pg_catalog", rewritten);
                if (!answer.equals(gold)) {
                    differing++;
                    report.add("DIFFERS %s %s%n        %s%n        %s".formatted(question.get("id").asString(),
                            answer.problem(), sql, rewritten));
                }
            }
        }
    }

    /** SQLite takes a text in double quotes for a text where no column has that name. */
    private static String inPostgres(String sql, Schema schema) {
        return QUOTED.matcher(sql).replaceAll(quoted -> Matcher.quoteReplacement(
                schema.tables().stream().anyMatch(table -> table.column(quoted.group(1)).isPresent())
                        ? quoted.group()
                        : "'" + quoted.group(1).replace("'", "''") + "'"));
    }

    /** What a query read, its rows in no order, or why it could not. */
    private record Answer(List<String> rows, String problem) {
        private static final int MAX_ROWS = 5_000;

        static Answer of(TestDatabase database, String searchPath, String sql) {
            try (var connection = DriverManager.getConnection(database.jdbcUrl(), database.user(),
                    database.password()); var statement = connection.createStatement()) {
                statement.execute("SET search_path = " + searchPath + "; SET statement_timeout = '30s'");
                statement.setMaxRows(MAX_ROWS);
                var rows = new ArrayList<String>();
                try (var read = statement.executeQuery(sql)) {
                    int width = read.getMetaData().getColumnCount();
                    while (read.next()) {
                        var row = new ArrayList<String>();
                        for (int i = 1; i <= width; i++) {
                            row.add(read.getMetaData().getColumnName(i) + "=" + read.getString(i));
                        }
                        rows.add(row.toString());
                    }
                }
                return new Answer(rows.size() == MAX_ROWS ? List.of() : rows.stream().sorted().toList(), "");
            } catch (SQLException e) {
                return new Answer(List.of(), e.getSQLState() + " " + e.getMessage());
            }
        }
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
