package io.askwell.benchmarks.questions;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;

/** Reads rows as texts. */
final class Queries {
    private static final int MOST_ROWS = 20_000;
    private static final int TIMEOUT_SECONDS = 10;

    private Queries() {}

    /** @param width columns of the result */
    record Table(List<List<String>> rows, int width) {}

    static List<List<String>> rows(Connection connection, String sql) throws SQLException {
        return table(connection, sql, false).rows();
    }

    /** The rows with cells as {@link Cell} writes them. */
    static Table cells(Connection connection, String sql) throws SQLException {
        return table(connection, sql, true);
    }

    private static Table table(Connection connection, String sql, boolean normal) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.setMaxRows(MOST_ROWS);
            statement.setQueryTimeout(TIMEOUT_SECONDS);
            List<List<String>> rows = new ArrayList<>();
            try (ResultSet found = statement.executeQuery(sql)) {
                int width = found.getMetaData().getColumnCount();
                while (found.next()) {
                    List<String> row = new ArrayList<>();
                    for (int i = 1; i <= width; i++) {
                        row.add(normal ? Cell.of(found.getString(i)) : String.valueOf(found.getString(i)));
                    }
                    rows.add(row);
                }
                return new Table(rows, width);
            }
        }
    }
}
