package io.askwell.persistence;

import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;

/**
 * A database whose schema is up to date. To have one is the proof: whatever needs the schema takes it, not the settings.
 *
 * @param version the last migration that it holds
 */
public record MigratedDatabase(DatabaseSettings settings, String version) {
    /** Askwell's own tables and Flyway's history; the agent's role cannot see it. */
    public static final String OWN_SCHEMA = "askwell";
    private static final int CONNECT_RETRIES = 8;

    /**
     * Runs the migrations that are missing; waits some seconds for a database that is just starting.
     *
     * @throws DatabaseUnavailable if it cannot be reached
     */
    public static MigratedDatabase migrate(DatabaseSettings settings) {
        return migrate(settings, CONNECT_RETRIES);
    }

    static MigratedDatabase migrate(DatabaseSettings settings, int connectRetries) {
        try {
            var flyway = Flyway.configure()
                    .dataSource(settings.jdbcUrl(), settings.user().user(), settings.user().password())
                    .connectRetries(connectRetries).connectRetriesInterval(2)
                    .defaultSchema(OWN_SCHEMA).schemas(OWN_SCHEMA).createSchemas(true)
                    .locations("classpath:db/migration")
                    .load();
            flyway.migrate();
            return new MigratedDatabase(settings, String.valueOf(flyway.info().current().getVersion()));
        } catch (FlywayException e) {
            throw new DatabaseUnavailable("The database %s could not be prepared as user %s. %s"
                    .formatted(settings.address(), settings.user().user(), e.getMessage()));
        }
    }
}
