package io.askwell.persistence;

import io.askwell.persistence.DatabaseSettings.Login;
import io.askwell.testkit.postgres.TestDatabase;
import io.askwell.testkit.postgres.TestPostgres;
import java.util.Optional;

/** Databases for the tests of this adapter. */
public final class Fixtures {
    private Fixtures() {}

    public static DatabaseSettings settings(TestDatabase database) {
        return new DatabaseSettings(database.host(), database.port(), database.name(),
                new Login(database.user(), database.password()), Optional.empty());
    }

    /** A migrated database, sample rows included. */
    public static DatabaseSettings migrated() {
        return MigratedDatabase.migrate(settings(TestPostgres.create())).settings();
    }
}
