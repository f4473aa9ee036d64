package io.askwell.persistence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.askwell.persistence.DatabaseSettings.Login;
import io.askwell.testkit.postgres.TestDatabase;
import io.askwell.testkit.postgres.TestPostgres;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MigratedDatabaseTest {
    @Test
    void anEmptyDatabaseGetsTheTablesAndTheSampleRows() {
        TestDatabase database = TestPostgres.create();

        MigratedDatabase.migrate(Fixtures.settings(database));

        assertThat(database.query("SELECT id || ' ' || name || ' ' || email FROM customer ORDER BY id"))
                .containsExactly(
                        "1 Alice Wonderland alice@example.com", "2 Bob Builder bob@example.com",
                        "3 Charlie Test charlie@test.com");
        assertThat(database.query("""
            SELECT customer_id || ' ' || order_date || ' ' || total_amount FROM orders ORDER BY id"""))
                .containsExactly("1 2024-05-01 150.00", "1 2024-06-15 250.00", "2 2024-07-20 99.99");
        assertThat(database.query("SELECT customer_id || ' ' || type || ' ' || street FROM address ORDER BY id"))
                .containsExactly("1 billing 123 Apple St", "1 shipping 123 Apple St", "2 billing 500 Construction Ave",
                        "3 billing 42 Test Lane", "3 shipping 43 Test Lane");
    }

    @Test
    void aDatabaseThatAContainerHasInitialisedIsTakenAsItIs() {
        TestDatabase database = TestPostgres.create().withSampleRows();

        MigratedDatabase.migrate(Fixtures.settings(database));

        assertThat(database.query("SELECT count(*) FROM customer")).containsExactly("3");
    }

    @Test
    void theScriptCanBeRunTwice() {
        TestDatabase database = TestPostgres.create().withSampleRows().withSampleRows();

        assertThat(database.query("SELECT count(*) FROM orders")).containsExactly("3");
        assertThat(database.query("SELECT count(*) FROM address")).containsExactly("5");
    }

    @Test
    void rowsThatAreThereAreLeftAlone() {
        TestDatabase database = TestPostgres.create().withSampleRows()
                .execute("DELETE FROM orders; DELETE FROM customer WHERE id <> 2");

        MigratedDatabase.migrate(Fixtures.settings(database));

        assertThat(database.query("SELECT name FROM customer")).containsExactly("Bob Builder");
    }

    @Test
    void rowsThatBreakANewRuleStopTheMigrationAndStay() {
        TestDatabase database = TestPostgres.create().withSampleRows()
                .execute("INSERT INTO customer (name, email) VALUES ('Alice again', 'ALICE@example.com')");

        assertThatThrownBy(() -> MigratedDatabase.migrate(Fixtures.settings(database)))
                .isInstanceOf(DatabaseUnavailable.class)
                .hasMessageContaining(
                        "customer.email must be unique, ignoring case, but is not: alice@example.com (2 times)");

        assertThat(database.query("SELECT count(*) FROM customer")).containsExactly("4");
        database.execute("DELETE FROM customer WHERE name = 'Alice again'");
        assertThat(MigratedDatabase.migrate(Fixtures.settings(database)).version())
                .isEqualTo(MigratedDatabase.migrate(Fixtures.settings(TestPostgres.create())).version());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
            "INSERT INTO customer (name, email) VALUES ('X', 'no address') | customer.email must be an e-mail address",
            "INSERT INTO orders (customer_id, order_date) VALUES (1, 'infinity') | orders.order_date must be in the years",
            "INSERT INTO orders (customer_id, total_amount) VALUES (1, -1) | orders.total_amount must be a number",
            "INSERT INTO customer (name, email) VALUES (' ', 'x@example.com') | customer.name and customer.email must not"})
    void everyBrokenRuleIsNamed(String broken, String message) {
        TestDatabase database = TestPostgres.create().withSampleRows().execute(broken);

        assertThatThrownBy(() -> MigratedDatabase.migrate(Fixtures.settings(database))).hasMessageContaining(message);
    }

    @Test
    void theVersionRisesWhoeverWrites() {
        TestDatabase database = TestPostgres.create();
        MigratedDatabase.migrate(Fixtures.settings(database));
        String versions = "SELECT string_agg(version::text, ' ' ORDER BY id) FROM customer";
        assertThat(database.query(versions)).containsExactly("1 1 1");

        database.execute("UPDATE orders SET total_amount = 1");
        database.execute("UPDATE customer SET name = 'Charlie' WHERE id = 3");
        database.execute("DELETE FROM address WHERE customer_id IN (1, 3)");

        assertThat(database.query(versions)).containsExactly("3 2 3");
        assertThat(database.query("SELECT string_agg(version::text, ' ') FROM orders")).containsExactly("2 2 2");
    }

    @Test
    void theDatabaseItselfKeepsTheRules() {
        TestDatabase database = TestPostgres.create();
        MigratedDatabase.migrate(Fixtures.settings(database));

        for (String broken : List.of("INSERT INTO customer (name, email) VALUES (' ', 'x@example.com')",
                "INSERT INTO customer (name, email) VALUES ('X', '')",
                "INSERT INTO customer (name, email) VALUES ('X', 'x@example')",
                "INSERT INTO orders (customer_id, order_date) VALUES (1, '0044-03-15 BC')",
                "INSERT INTO customer (name, email) VALUES ('X', 'Bob@Example.com')",
                "INSERT INTO orders (customer_id, total_amount) VALUES (1, -0.01)",
                "INSERT INTO orders (customer_id, total_amount) VALUES (1, 'NaN')")) {
            assertThatThrownBy(() -> database.execute(broken)).as(broken).isInstanceOf(IllegalStateException.class);
        }
    }

    @Test
    void theHistoryLiesInASchemaOfItsOwn() {
        TestDatabase database = TestPostgres.create();

        MigratedDatabase.migrate(Fixtures.settings(database));

        assertThat(database.query("SELECT tablename FROM pg_tables WHERE schemaname = 'askwell'"))
                .contains("flyway_schema_history");
        assertThat(database.query("SELECT tablename FROM pg_tables WHERE schemaname = 'public' ORDER BY 1"))
                .containsExactly("address", "customer", "orders");
    }

    @Test
    void namesTheDatabaseThatCannotBeReachedButNotThePassword() {
        TestDatabase database = TestPostgres.create();
        var settings = new DatabaseSettings(database.host(), database.port(), "nowhere",
                new Login(database.user(), "s3cret"), Optional.empty());

        assertThatThrownBy(() -> MigratedDatabase.migrate(settings, 0)).isInstanceOf(DatabaseUnavailable.class)
                .hasMessageContaining("/nowhere").hasMessageNotContaining("s3cret");
    }
}
