package io.askwell.interpreter;

import io.askwell.domain.agent.Rows;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.File;
import java.io.IOException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The sample shop in a real Postgres. */
public final class ShopDatabase implements AutoCloseable {
    private static final String SHOP = """
        CREATE TABLE customer (id serial PRIMARY KEY, name varchar(100) NOT NULL, email varchar(100) NOT NULL);
        CREATE TABLE address (id serial PRIMARY KEY, customer_id int NOT NULL REFERENCES customer,
            type varchar(50), street varchar(100), city varchar(50), zip varchar(20), country varchar(50));
        CREATE TABLE orders (id serial PRIMARY KEY, customer_id int NOT NULL REFERENCES customer,
            order_date date, total_amount decimal(10, 2));
        INSERT INTO customer (name, email) VALUES ('Alice Wonderland', 'alice@example.com'),
            ('Bob Builder', 'bob@example.com'), ('Charlie Test', 'charlie@test.com');
        INSERT INTO address (customer_id, type, street, city, zip, country) VALUES
            (1, 'billing', '123 Apple St', 'Wonderland', '10001', 'Fantasy'),
            (1, 'shipping', '123 Apple St', 'Wonderland', '10001', 'Fantasy'),
            (2, 'billing', '500 Construction Ave', 'Buildtown', '20002', 'USA'),
            (3, 'billing', '42 Test Lane', 'Testville', '30003', 'USA'),
            (3, 'shipping', '43 Test Lane', 'Testville', '30003', 'USA');
        INSERT INTO orders (customer_id, order_date, total_amount) VALUES (1, '2024-05-01', 150.00),
            (1, '2024-06-15', 250.00), (2, '2024-07-20', 99.99);
        """;

    private final EmbeddedPostgres postgres;
    private final Connection connection;

    public ShopDatabase() throws IOException, SQLException {
        postgres = EmbeddedPostgres.builder().setOverrideWorkingDirectory(new File("target/postgres")).start();
        connection = postgres.getPostgresDatabase().getConnection();
        run(SHOP);
    }

    public void run(String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    public Rows query(String sql) throws SQLException {
        try (Statement statement = connection.createStatement(); ResultSet found = statement.executeQuery(sql)) {
            List<String> columns = new ArrayList<>();
            for (int i = 1; i <= found.getMetaData().getColumnCount(); i++) {
                columns.add(found.getMetaData().getColumnLabel(i));
            }
            List<List<@Nullable Object>> rows = new ArrayList<>();
            while (found.next()) {
                List<@Nullable Object> row = new ArrayList<>();
                for (int i = 1; i <= columns.size(); i++) {
                    row.add(cell(found.getObject(i)));
                }
                rows.add(row);
            }
            return new Rows(columns, rows, false);
        }
    }

    /** What a column stores, each value once. */
    String[] values(String table, String column) throws SQLException {
        return query("SELECT DISTINCT %s FROM %s WHERE %1$s IS NOT NULL ORDER BY 1".formatted(column, table)).values()
                .stream()
                .map(row -> String.valueOf(row.getFirst())).toArray(String[]::new);
    }

    private static @Nullable Object cell(@Nullable Object value) {
        return switch (value) {
            case Integer number -> number.longValue();
            case java.sql.Date date -> date.toLocalDate();
            case null, default -> value;
        };
    }

    @Override
    public void close() throws SQLException, IOException {
        connection.close();
        postgres.close();
    }
}
