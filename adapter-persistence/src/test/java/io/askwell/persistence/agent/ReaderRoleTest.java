package io.askwell.persistence.agent;

import static org.assertj.core.api.Assertions.assertThat;

import io.askwell.domain.agent.AgentUnavailable;
import io.askwell.persistence.DatabaseSettings;
import io.askwell.persistence.DatabaseSettings.Login;
import io.askwell.persistence.Fixtures;
import io.askwell.persistence.MigratedDatabase;
import io.askwell.persistence.agent.ReaderLogin.Denied;
import io.askwell.persistence.agent.ReaderLogin.Granted;
import io.askwell.testkit.postgres.TestDatabase;
import io.askwell.testkit.postgres.TestPostgres;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import reactor.test.StepVerifier;

class ReaderRoleTest {
    private final TestDatabase database = TestPostgres.create();
    private final DatabaseSettings owner = MigratedDatabase.migrate(Fixtures.settings(database)).settings();

    @Test
    void makesARoleOfItsOwn() {
        assertThat(new ReaderRole(owner).obtain()).isInstanceOfSatisfying(Granted.class,
                granted -> assertThat(granted.login().user()).isEqualTo("askwell_reader_" + database.name()));
    }

    @Test
    void givesEveryInstanceTheSameLogin() {
        assertThat(new ReaderRole(owner).obtain()).isEqualTo(new ReaderRole(owner).obtain());
    }

    @Test
    void seesTablesThatAreMadeLater() {
        new ReaderRole(owner).obtain();

        database.execute("CREATE TABLE public.later (id int)");

        assertThat(database.query("SELECT has_table_privilege('askwell_reader_" + database.name()
                + "', 'public.later', 'SELECT')")).containsExactly("t");
    }

    @Test
    void takesTheConfiguredRoleIfItMayOnlyRead() {
        String reader = role("only_reads");

        assertThat(new ReaderRole(with(reader, "pw")).obtain()).isEqualTo(new Granted(new Login(reader, "pw")));
    }

    @Test
    void refusesAConfiguredRoleThatMayWrite() {
        String writer = role("writes");
        database.execute("GRANT INSERT ON public.orders TO " + writer);

        assertThat(new ReaderRole(with(writer, "pw")).obtain()).isInstanceOfSatisfying(Denied.class,
                denied -> assertThat(denied.reason()).contains("may write"));
    }

    @Test
    void refusesAConfiguredRoleWithAnyOtherPower() {
        String creator = role("creator");
        database.execute("ALTER ROLE " + creator + " CREATEROLE");
        String columnWriter = role("column_writer");
        database.execute("GRANT UPDATE (email) ON public.customer TO " + columnWriter);

        assertThat(new ReaderRole(with(creator, "pw")).obtain()).isInstanceOf(Denied.class);
        assertThat(new ReaderRole(with(columnWriter, "pw")).obtain()).isInstanceOf(Denied.class);
    }

    @Test
    void leavesRevokedWhatAnOperatorRevoked() {
        String reader = ((Granted) new ReaderRole(owner).obtain()).login().user();
        database.execute("REVOKE SELECT ON public.orders FROM " + reader);

        new ReaderRole(owner).obtain();

        assertThat(database.query("SELECT has_table_privilege('" + reader + "', 'public.orders', 'SELECT')"))
                .containsExactly("f");
    }

    @Test
    void readsColumnsWithoutTheBookkeeping() {
        String reader = ((Granted) new ReaderRole(owner).obtain()).login().user();

        assertThat(database.query("SELECT string_agg(attname, ' ' ORDER BY attnum) FROM pg_attribute "
                + "WHERE attrelid = 'public.customer'::regclass AND attnum > 0 "
                + "AND has_column_privilege('" + reader + "', attrelid, attnum, 'SELECT')"))
                .containsExactly("id name email");
    }

    @Test
    void takesRiskyFunctionsFromEverybodyWhereTheServerIsItsOwn() throws SQLException {
        String reader = ((Granted) new ReaderRole(owner).obtain()).login().user();
        database.execute("CREATE FUNCTION public.of_ours() RETURNS int LANGUAGE sql AS 'SELECT 1'");

        try (var connection = DriverManager.getConnection(owner.jdbcUrl(), database.user(), database.password())) {
            var hardening = new ReaderHardening(connection, reader);
            hardening.revoke();
            assertThat(hardening.riskyFunctions()).isEmpty();
        }

        assertThat(database.query("SELECT bool_or(has_function_privilege('" + reader + "', f, 'EXECUTE')) FROM unnest("
                + "ARRAY['pg_sleep(float8)', 'set_config(text,text,bool)', 'pg_advisory_lock(int8)', 'public.of_ours()']"
                + "::regprocedure[]) AS f")).containsExactly("f");
        assertThat(new ReaderRole(owner).obtain()).isInstanceOf(Granted.class);
    }

    @Test
    void neverTakesTheOwner() {
        assertThat(new ReaderRole(with(database.user(), database.password())).obtain()).isInstanceOf(Denied.class);
    }

    @Test
    void saysWhyQuestionsCannotBeAnsweredWhereItMayNotMakeARole() {
        String modest = role("modest");
        database.execute("GRANT USAGE ON SCHEMA public TO " + modest);
        var settings = new DatabaseSettings(database.host(), database.port(), database.name(), new Login(modest, "pw"),
                Optional.empty());

        var login = new ReaderRole(settings).obtain();

        assertThat(login).isInstanceOfSatisfying(Denied.class,
                denied -> assertThat(denied.reason()).contains("DB_READER_USER").doesNotContain("pw)"));
        StepVerifier.create(new ReaderConnections(settings, login).ready()).expectError(AgentUnavailable.class)
                .verify();
    }

    private String role(String name) {
        String role = name + "_" + database.name();
        database.execute("CREATE ROLE " + role + " LOGIN PASSWORD 'pw'");
        return role;
    }

    private DatabaseSettings with(String user, String password) {
        return new DatabaseSettings(owner.host(), owner.port(), owner.database(), owner.user(),
                Optional.of(new Login(user, password)));
    }
}
