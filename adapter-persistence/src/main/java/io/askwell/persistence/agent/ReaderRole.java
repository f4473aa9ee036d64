package io.askwell.persistence.agent;

import static io.askwell.persistence.Identifiers.quoted;

import io.askwell.persistence.DatabaseSettings;
import io.askwell.persistence.DatabaseSettings.Login;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.postgresql.util.PasswordUtil;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Gets the agent a login of its own: the configured one, or a role that is made here. Never the owner's, since whatever
 * SQL a model writes, a role without rights cannot carry it out.
 */
final class ReaderRole {
    private static final Logger log = LoggerFactory.getLogger(ReaderRole.class);
    private static final int MAX_IDENTIFIER = 63;
    private final DatabaseSettings settings;

    ReaderRole(DatabaseSettings settings) {
        this.settings = settings;
    }

    ReaderLogin obtain() {
        var login = settings.reader().map(this::configured).orElseGet(this::created);
        if (login instanceof ReaderLogin.Denied denied) {
            log.warn("Questions cannot be answered: {}", denied.reason());
        }
        return login;
    }

    private ReaderLogin configured(Login login) {
        try (Connection connection = connect(login)) {
            return canWrite(connection)
                    ? new ReaderLogin.Denied("the role of DB_READER_USER is a superuser or may write; give the agent a "
                            + "role that may only read")
                    : new ReaderLogin.Granted(login);
        } catch (SQLException e) {
            return new ReaderLogin.Denied("DB_READER_USER cannot log in (SQLSTATE " + e.getSQLState() + ")");
        }
    }

    private ReaderLogin created() {
        var login = new Login(roleName(), derivedPassword());
        try (Connection owner = connect(settings.user())) {
            create(owner, login);
        } catch (SQLException e) {
            return new ReaderLogin.Denied(
                    "the user " + settings.user().user() + " may not create the agent's read-only "
                            + "role (SQLSTATE " + e.getSQLState() + "); create one yourself and set DB_READER_USER and "
                            + "DB_READER_PASS");
        }
        return configured(login) instanceof ReaderLogin.Granted granted
                ? granted
                : new ReaderLogin.Denied("the agent's read-only role " + login.user() + " cannot log in");
    }

    /** Several instances may start at once on one database, hence the lock; it ends with the connection. */
    private void create(Connection owner, Login login) throws SQLException {
        execute(owner, "SELECT pg_advisory_lock(hashtext('askwell reader role'))");
        String role = quoted(login.user());
        if (!exists(owner, login.user())) {
            execute(owner, "CREATE ROLE " + role + " LOGIN NOSUPERUSER NOCREATEDB NOCREATEROLE NOINHERIT");
        }
        execute(owner, "ALTER ROLE " + role + " PASSWORD '" + verifier(login) + "'");
        if (readsNothing(owner, login.user())) {
            // Only then: what an operator has revoked stays revoked.
            execute(owner, "GRANT CONNECT ON DATABASE " + quoted(settings.database()) + " TO " + role);
            execute(owner, "GRANT USAGE ON SCHEMA public TO " + role);
            execute(owner, "GRANT SELECT ON ALL TABLES IN SCHEMA public TO " + role);
            execute(owner, "ALTER DEFAULT PRIVILEGES IN SCHEMA public GRANT SELECT ON TABLES TO " + role);
        }
        var hardening = new ReaderHardening(owner, login.user());
        hardening.limit();
        hardening.grantColumns();
        hardening.restrict();
    }

    /** What the database stores of a password, so that the password itself is in no statement and in no log. */
    private static String verifier(Login login) throws SQLException {
        return PasswordUtil.encodePassword(login.user(), login.password().toCharArray(), "scram-sha-256");
    }

    private static boolean readsNothing(Connection owner, String role) throws SQLException {
        try (var query = owner.prepareStatement("""
            SELECT FROM pg_class WHERE relnamespace = 'public'::regnamespace AND relkind IN ('r', 'p', 'v', 'm', 'f')
            AND has_any_column_privilege(?, oid, 'SELECT')""")) {
            query.setString(1, role);
            return !query.executeQuery().next();
        }
    }

    /** One role a database, since roles belong to the whole server. */
    private String roleName() {
        String name = "askwell_reader_" + settings.database();
        return name.length() <= MAX_IDENTIFIER ? name : name.substring(0, MAX_IDENTIFIER);
    }

    /** The same on every instance that knows the owner's password, so that they can share the role and store nothing. */
    private String derivedPassword() {
        try {
            var mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(("askwell:" + settings.user().password()).getBytes(StandardCharsets.UTF_8),
                    "HmacSHA256"));
            return HexFormat.of().formatHex(mac.doFinal(roleName().getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java platform has HmacSHA256", e);
        }
    }

    private Connection connect(Login login) throws SQLException {
        return DriverManager.getConnection(settings.jdbcUrl(), login.user(), login.password());
    }

    private static boolean exists(Connection owner, String role) throws SQLException {
        try (var query = owner.prepareStatement("SELECT FROM pg_roles WHERE rolname = ?")) {
            query.setString(1, role);
            return query.executeQuery().next();
        }
    }

    /** A right beyond reading: over roles and databases, over the server's files, or to write to any table. */
    private static boolean canWrite(Connection reader) throws SQLException {
        try (var query = reader.createStatement();
                var row = query.executeQuery(
                        """
                            SELECT rolsuper OR rolcreaterole OR rolcreatedb OR rolreplication OR rolbypassrls
                                OR EXISTS (SELECT FROM pg_roles AS mighty
                                           WHERE mighty.rolname IN ('pg_write_all_data', 'pg_read_server_files', 'pg_write_server_files',
                                                                    'pg_execute_server_program')
                                             AND pg_has_role(current_user, mighty.oid, 'MEMBER'))
                                OR EXISTS (SELECT FROM pg_class JOIN pg_namespace ON pg_namespace.oid = relnamespace
                                           WHERE nspname <> 'information_schema' AND nspname NOT LIKE 'pg\\_%'
                                             AND relkind IN ('r', 'p', 'v', 'f')
                                             AND (has_table_privilege(pg_class.oid, 'INSERT, UPDATE, DELETE, TRUNCATE')
                                                  OR has_any_column_privilege(pg_class.oid, 'INSERT, UPDATE')))
                            FROM pg_roles WHERE rolname = current_user""")) {
            return row.next() && row.getBoolean(1);
        }
    }

    private static void execute(Connection connection, String sql) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
