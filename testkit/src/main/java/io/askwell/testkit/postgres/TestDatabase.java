package io.askwell.testkit.postgres;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** A database of a test's own. */
public record TestDatabase(String host, int port, String name, String user, String password) {

    public String jdbcUrl() {
        return "jdbc:postgresql://%s:%d/%s".formatted(host, port, name);
    }

    /** Runs SQL, which may hold several statements. */
    public TestDatabase execute(String sql) {
        TestPostgres.execute(jdbcUrl(), user, password, sql);
        return this;
    }

    /** Runs the repository's {@code init_db.sql} the way a container does: by itself, in one session. */
    public TestDatabase withSampleRows() {
        try {
            return execute(Files.readString(root().resolve("init_db.sql")));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The first column of each row, as text. */
    public List<String> query(String sql) {
        var values = new ArrayList<String>();
        try (Connection connection = DriverManager.getConnection(jdbcUrl(), user, password);
                var statement = connection.createStatement();
                var rows = statement.executeQuery(sql)) {
            while (rows.next()) {
                values.add(String.valueOf(rows.getString(1)));
            }
            return values;
        } catch (SQLException e) {
            throw new IllegalStateException(sql, e);
        }
    }

    /** The repository's root, which the build hands to the tests. */
    private static Path root() {
        return Path.of(System.getProperty("askwell.root", ".."));
    }
}
