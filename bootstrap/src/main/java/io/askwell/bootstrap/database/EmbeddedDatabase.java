package io.askwell.bootstrap.database;

import io.askwell.bootstrap.Home;
import io.askwell.bootstrap.Secrets;
import io.askwell.bootstrap.StartupProblem;
import io.askwell.persistence.DatabaseSettings;
import io.askwell.persistence.DatabaseSettings.Login;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import javax.sql.DataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A real Postgres of our own, whose data lie in the home directory and outlive every restart. It writes durably, asks for
 * passwords, and listens on the loopback address alone.
 */
final class EmbeddedDatabase implements AutoCloseable {
    private static final Logger log = LoggerFactory.getLogger(EmbeddedDatabase.class);
    private static final String SUPERUSER_PASSWORD_FILE = "postgres-password";
    private static final String PASSWORD_FILE = "askwell-password";
    private static final String OWNER = "askwell";
    /** Long enough to recover after a crash. */
    private static final Duration START_WAIT = Duration.ofMinutes(1);
    private final HomeLock lock;
    private final EmbeddedPostgres postgres;
    private final String password;

    private EmbeddedDatabase(HomeLock lock, EmbeddedPostgres postgres, String password) {
        this.lock = lock;
        this.postgres = postgres;
        this.password = password;
    }

    /** @throws StartupProblem if another Askwell uses the directory, or Postgres does not start */
    static EmbeddedDatabase start(Home home) {
        HomeLock lock = HomeLock.acquire(home.directory());
        try {
            String superuserPassword = secret(home, SUPERUSER_PASSWORD_FILE);
            String password = secret(home, PASSWORD_FILE);
            Path data = home.directory().resolve("postgres");
            new OrphanedPostgres(data).stop();
            setIncompleteAside(data, completionMark(home));
            EmbeddedPostgres postgres = launch(home, data, superuserPassword);
            createOwner(postgres.getPostgresDatabase(), password);
            Files.writeString(completionMark(home), "The data directory beside this file is complete.\n");
            return new EmbeddedDatabase(lock, postgres, password);
        } catch (IOException | SQLException | IllegalStateException e) {
            lock.close();
            log.debug("The embedded Postgres did not start", e);
            throw new StartupProblem("The embedded Postgres did not start: %s".formatted(e.getMessage()),
                    "See its log above. To use a Postgres of your own instead, set DB_HOST.");
        }
    }

    /** The secret that the home holds under this name, made if need be. */
    private static String secret(Home home, String name) {
        return home.read(name).orElseGet(() -> {
            String generated = Secrets.generate();
            home.write(name, generated);
            return generated;
        });
    }

    DatabaseSettings settings() {
        return new DatabaseSettings("127.0.0.1", postgres.getPort(), OWNER, new Login(OWNER, password),
                Optional.empty());
    }

    private static EmbeddedPostgres launch(Home home, Path data, String superuserPassword) throws IOException {
        return EmbeddedPostgres.builder()
                .setOverrideWorkingDirectory(home.directory().resolve("postgres-binaries").toFile())
                .setDataDirectory(data.toFile()).setCleanDataDirectory(false).setRegisterShutdownHook(false)
                .setPGStartupWait(START_WAIT)
                // These become options of initdb, so no moment passes in which a password is not asked for.
                .setLocaleConfig("auth", "scram-sha-256")
                .setLocaleConfig("pwfile", home.directory().resolve(SUPERUSER_PASSWORD_FILE).toString())
                .setLocaleConfig("locale-provider", "builtin").setLocaleConfig("builtin-locale", "C.UTF-8")
                .setConnectConfig("password", superuserPassword)
                // The library is made for tests and turns these off.
                .setServerConfig("fsync", "on").setServerConfig("synchronous_commit", "on")
                .setServerConfig("full_page_writes", "on").setServerConfig("listen_addresses", "127.0.0.1")
                .setServerConfig("max_connections", "100")
                .start();
    }

    /** The superuser only makes the role and the database that Askwell works with. */
    private static void createOwner(DataSource superuser, String password) throws SQLException {
        try (Connection connection = superuser.getConnection(); var statement = connection.createStatement()) {
            if (!statement.executeQuery("SELECT FROM pg_roles WHERE rolname = '" + OWNER + "'").next()) {
                statement.execute("CREATE ROLE " + OWNER + " LOGIN CREATEROLE");
            }
            // The password is ours and made of letters, digits, - and _.
            statement.execute("ALTER ROLE " + OWNER + " PASSWORD '" + password + "'");
            if (!statement.executeQuery("SELECT FROM pg_database WHERE datname = '" + OWNER + "'").next()) {
                statement.execute("CREATE DATABASE " + OWNER + " OWNER " + OWNER);
            }
        }
    }

    /** A first start that was killed leaves half a directory; it never held anybody's rows, but it is kept all the same. */
    private static void setIncompleteAside(Path data, Path completionMark) throws IOException {
        if (Files.exists(data) && Files.notExists(completionMark)) {
            Path aside = data.resolveSibling("postgres-incomplete-" + Instant.now().toEpochMilli());
            Files.move(data, aside);
            log.warn("The first start did not finish; what it left was moved to {}", aside);
        }
    }

    private static Path completionMark(Home home) {
        return home.directory().resolve("postgres-complete");
    }

    @Override
    public void close() throws IOException {
        postgres.close();
        lock.close();
    }
}
