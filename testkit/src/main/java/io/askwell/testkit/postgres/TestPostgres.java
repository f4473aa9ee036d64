package io.askwell.testkit.postgres;

import static io.askwell.testkit.Patience.PATIENCE;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.concurrent.atomic.AtomicInteger;
import org.testcontainers.DockerClientFactory;
import org.testcontainers.postgresql.PostgreSQLContainer;

/**
 * One Postgres server for all tests of a JVM, in a container if a Docker engine answers and embedded if none does; each
 * test takes a database of its own. System property {@code test.postgres} set to {@code docker} or {@code embedded}
 * decides instead.
 */
public final class TestPostgres {
    /** The major version is that of the embedded binaries. */
    private static final String IMAGE = "postgres:18-alpine";
    private static final AtomicInteger databases = new AtomicInteger();

    /** Where a server is and who owns it. */
    private record Server(String host, int port, String user, String password) {
        static final Server RUNNING = start();

        private static Server start() {
            String wanted = System.getProperty("test.postgres", "auto");
            return switch (wanted) {
                case "docker" -> container();
                case "embedded" -> embedded();
                default -> DockerClientFactory.instance().isDockerAvailable() ? container() : embedded();
            };
        }

        /** Ends with the JVM: Testcontainers removes it. */
        @SuppressWarnings("resource")
        private static Server container() {
            var container = new PostgreSQLContainer(IMAGE);
            container.start();
            return new Server(container.getHost(), container.getMappedPort(5432), container.getUsername(),
                    container.getPassword());
        }

        private static Server embedded() {
            try {
                var postgres = EmbeddedPostgres.builder().setOverrideWorkingDirectory(new File("target/postgres"))
                        .setPGStartupWait(PATIENCE.multipliedBy(2))
                        .setLocaleConfig("locale-provider", "builtin").setLocaleConfig("builtin-locale", "C.UTF-8")
                        .start();
                return new Server("127.0.0.1", postgres.getPort(), "postgres", "postgres");
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        String jdbcUrl(String database) {
            return "jdbc:postgresql://%s:%d/%s".formatted(host, port, database);
        }
    }

    private TestPostgres() {}

    /** A new, empty database whose owner may create roles. */
    public static TestDatabase create() {
        var server = Server.RUNNING;
        String name = "test_" + databases.incrementAndGet();
        execute(server.jdbcUrl("postgres"), server.user(), server.password(), "CREATE DATABASE " + name);
        return new TestDatabase(server.host(), server.port(), name, server.user(), server.password());
    }

    static void execute(String url, String user, String password, String sql) {
        try (Connection connection = DriverManager.getConnection(url, user, password);
                var statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            throw new IllegalStateException(sql, e);
        }
    }
}
