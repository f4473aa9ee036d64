package io.askwell.bootstrap.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.askwell.bootstrap.Home;
import io.askwell.bootstrap.StartupProblem;
import io.askwell.persistence.DatabaseSettings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EmbeddedDatabaseTest {
    @TempDir
    private Path root;

    @Test
    void keepsItsRowsAcrossRestarts() throws Exception {
        try (var first = start()) {
            query(first.settings(), "CREATE TABLE kept AS SELECT 42 AS n; SELECT n FROM kept");
        }
        try (var second = start()) {
            assertThat(query(second.settings(), "SELECT n FROM kept")).isEqualTo("42");
        }
    }

    @Test
    void writesDurablyAsksForPasswordsAndDoesNotWorkAsSuperuser() throws Exception {
        try (var database = start()) {
            var settings = database.settings();
            assertThat(query(settings, "SHOW fsync")).isEqualTo("on");
            assertThat(query(settings, "SHOW synchronous_commit")).isEqualTo("on");
            assertThat(query(settings, "SHOW listen_addresses")).isEqualTo("127.0.0.1");
            assertThat(query(settings, "SELECT rolsuper FROM pg_roles WHERE rolname = current_user")).isEqualTo("f");
            assertThatThrownBy(() -> DriverManager.getConnection(settings.jdbcUrl(), "postgres", "guess"))
                    .isInstanceOf(SQLException.class).hasMessageContaining("password authentication failed");
        }
    }

    @Test
    void keepsASecondAskwellOutAndSaysWhoIsIn() throws Exception {
        try (var database = start()) {
            assertThatThrownBy(this::start).isInstanceOf(StartupProblem.class)
                    .hasMessageContaining("process " + ProcessHandle.current().pid());
            assertThat(query(database.settings(), "SELECT 1")).isEqualTo("1");
        }
    }

    @Test
    void takesOverFromAnAskwellThatWasKilled() throws Exception {
        Path marker = root.resolve("ready");
        Process killed = new ProcessBuilder(ProcessHandle.current().info().command().orElseThrow(), "-cp",
                System.getProperty("java.class.path"), Victim.class.getName(), root.toString(), marker.toString())
                .redirectErrorStream(true).redirectOutput(root.resolve("victim.log").toFile()).start();
        for (int i = 0; i < 600 && Files.notExists(marker) && killed.isAlive(); i++) {
            TimeUnit.MILLISECONDS.sleep(100);
        }
        assertThat(marker).as("the other process is ready").exists();
        long orphan = Long.parseLong(Files.readAllLines(root.resolve(".askwell/postgres/postmaster.pid")).getFirst());

        killed.destroyForcibly().waitFor();
        assertThat(ProcessHandle.of(orphan)).as("its Postgres lives on").isPresent();

        try (var next = start()) {
            assertThat(query(next.settings(), "SELECT n FROM committed")).isEqualTo("7");
        }
        assertThat(ProcessHandle.of(orphan).filter(ProcessHandle::isAlive)).isEmpty();
    }

    @Test
    void setsAFirstStartThatDidNotFinishAside() throws Exception {
        Path half = Files.createDirectories(root.resolve(".askwell/postgres"));
        Files.writeString(half.resolve("postgresql.conf"), "half written");

        try (var database = start()) {
            assertThat(query(database.settings(), "SELECT 1")).isEqualTo("1");
        }
        try (var entries = Files.list(root.resolve(".askwell"))) {
            assertThat(entries.map(path -> path.getFileName().toString()))
                    .anyMatch(name -> name.startsWith("postgres-incomplete-"));
        }
    }

    /** A process of its own that commits a row and waits to be killed. */
    static final class Victim {
        public static void main(String[] arguments) throws IOException, SQLException, InterruptedException {
            var database = EmbeddedDatabase.start(new Home(Path.of(arguments[0])));
            query(database.settings(), "CREATE TABLE committed AS SELECT 7 AS n; SELECT n FROM committed");
            Files.writeString(Path.of(arguments[1]), "ready");
            TimeUnit.MINUTES.sleep(2);
        }
    }

    private EmbeddedDatabase start() {
        return EmbeddedDatabase.start(new Home(root));
    }

    private static String query(DatabaseSettings settings, String sql) throws SQLException {
        try (Connection connection = DriverManager.getConnection(settings.jdbcUrl(), settings.user().user(),
                settings.user().password()); var statement = connection.createStatement()) {
            boolean rows = statement.execute(sql);
            while (!rows) {
                rows = statement.getMoreResults();
            }
            statement.getResultSet().next();
            return statement.getResultSet().getString(1);
        }
    }
}
