package io.askwell.persistence.agent;

import static org.assertj.core.api.Assertions.assertThat;

import io.askwell.persistence.agent.Admission.Admitted;
import io.askwell.testkit.postgres.TestDatabase;
import io.askwell.testkit.postgres.TestPostgres;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every query of {@code security/accepted.sql} is admitted, and what is admitted reads the same as what was written. */
class AcceptedQueriesTest {
    private static TestDatabase database;
    private static SchemaOfDatabase schemas;

    @BeforeAll
    static void open() throws IOException, SQLException {
        database = TestPostgres.create().withSampleRows().execute(resource("accepted-schema.sql"));
        schemas = new SchemaOfDatabase(database);
    }

    static List<String> queries() throws IOException {
        return resource("accepted.sql").lines().filter(line -> !line.isBlank()).toList();
    }

    @ParameterizedTest
    @MethodSource("queries")
    void isAdmittedAndReadsTheSame(String sql) throws SQLException {
        var admission = new SqlGate().admit(sql, schemas.named("public"));

        assertThat(admission).isInstanceOf(Admitted.class);
        assertThat(rows(((Admitted) admission).sql(), "pg_catalog")).isEqualTo(rows(sql, "public"));
    }

    private static List<List<String>> rows(String sql, String searchPath) throws SQLException {
        try (var connection = DriverManager.getConnection(database.jdbcUrl(), database.user(), database.password());
                var statement = connection.createStatement()) {
            statement.execute("SET search_path = " + searchPath);
            // Without a PreparedStatement a question mark is an operator.
            statement.setEscapeProcessing(false);
            try (var read = statement.executeQuery(sql)) {
                var rows = new ArrayList<List<String>>();
                int width = read.getMetaData().getColumnCount();
                var names = new ArrayList<String>();
                for (int i = 1; i <= width; i++) {
                    names.add(read.getMetaData().getColumnName(i));
                }
                rows.add(names);
                while (read.next()) {
                    var row = new ArrayList<String>();
                    for (int i = 1; i <= width; i++) {
                        row.add(read.getString(i));
                    }
                    rows.add(row);
                }
                return rows;
            }
        }
    }

    private static String resource(String name) throws IOException {
        try (var file = AcceptedQueriesTest.class.getResourceAsStream("/security/" + name)) {
            return new String(file.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
