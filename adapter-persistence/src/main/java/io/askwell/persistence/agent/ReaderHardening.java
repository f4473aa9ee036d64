package io.askwell.persistence.agent;

import static io.askwell.persistence.Identifiers.quoted;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Takes from the agent's role what it has beyond reading. What every role has through PUBLIC is taken only where nobody
 * else logs in to the server; elsewhere others may need it, so the log says what an operator may revoke.
 */
final class ReaderHardening {
    private static final Logger log = LoggerFactory.getLogger(ReaderHardening.class);
    private static final int SHOWN = 5;
    /** The tables that bear our own bookkeeping, which nobody asks for. */
    private static final List<String> OWN_TABLES = List.of("customer", "address", "orders");

    /** Functions that reach beyond the rows of tables, and that READ ONLY does not stop. */
    private static final String RISKY = """
        FROM pg_proc p JOIN pg_namespace n ON n.oid = p.pronamespace
        LEFT JOIN pg_depend d ON d.classid = 'pg_proc'::regclass AND d.objid = p.oid AND d.deptype = 'e'
        LEFT JOIN pg_extension e ON e.oid = d.refobjid
        WHERE has_function_privilege(?, p.oid, 'EXECUTE') AND has_schema_privilege(?, n.oid, 'USAGE')
          AND (n.nspname = 'pg_catalog' AND (
                 p.proname ~ '^(lo_|loread|lowrite|pg_advisory|pg_try_advisory|pg_sleep|query_to_xml|cursor_to_xml|table_to_xml|schema_to_xml|database_to_xml)'
                 OR p.proname IN ('set_config', 'setseed', 'pg_notify', 'ts_stat', 'pg_logical_emit_message',
                   'pg_export_snapshot', 'pg_terminate_backend', 'pg_cancel_backend', 'pg_current_xact_id', 'txid_current',
                   'pg_get_functiondef', 'pg_get_viewdef', 'pg_get_ruledef', 'pg_get_triggerdef')
                 OR p.oid = 'ts_rewrite(tsquery,text)'::regprocedure)
               OR e.extname IN ('dblink', 'tablefunc', 'xml2', 'postgres_fdw', 'adminpack', 'file_fdw')
               OR (e.extname IS NULL AND n.nspname <> 'information_schema' AND n.nspname NOT LIKE 'pg\\_%'
                   AND p.prorettype <> 'trigger'::regtype))""";

    private final Connection owner;
    private final String role;

    ReaderHardening(Connection owner, String role) {
        this.owner = owner;
        this.role = role;
    }

    /** Settings that the role starts with. Its sessions can change all but the last; grants are the barrier. */
    void limit() throws SQLException {
        String alter = "ALTER ROLE " + quoted(role) + " ";
        execute(alter + "NOINHERIT CONNECTION LIMIT 100");
        for (String setting : List.of("default_transaction_read_only = on", "statement_timeout = '30s'",
                "lock_timeout = '1s'", "idle_in_transaction_session_timeout = '60s'", "work_mem = '16MB'")) {
            execute(alter + "SET " + setting);
        }
        if (isSuperuser()) {
            execute(alter + "SET temp_file_limit = '200MB'");
        } else {
            log.warn("The agent's role {} has no limit on temporary files, which a superuser can give: {}SET "
                    + "temp_file_limit = '200MB'", role, alter);
        }
    }

    /** From whole tables to columns, without the bookkeeping; a table that was revoked stays so. */
    void grantColumns() throws SQLException {
        for (String table : OWN_TABLES) {
            for (String columns : query(
                    """
                        SELECT string_agg(quote_ident(attname), ', ' ORDER BY attnum) FROM pg_attribute
                        WHERE attrelid = to_regclass('public.' || ?) AND attnum > 0 AND NOT attisdropped AND attname <> 'version'
                          AND has_table_privilege(?, attrelid, 'SELECT')""",
                    table, role)) {
                if (columns != null) {
                    execute("REVOKE SELECT ON public." + table + " FROM " + quoted(role));
                    execute("GRANT SELECT (" + columns + ") ON public." + table + " TO " + quoted(role));
                }
            }
        }
    }

    /** Takes the risky functions from PUBLIC where the server is Askwell's alone, and warns of what is left. */
    void restrict() throws SQLException {
        if (isSuperuser() && !othersLogIn()) {
            revoke();
        }
        List<String> left = riskyFunctions();
        if (!left.isEmpty()) {
            log.warn(
                    "The agent's role {} may call {} functions that reach beyond the rows it may read, such as {}. The "
                            + "query gate refuses them; docs/security.md tells how to revoke them as well",
                    role, left.size(),
                    left.stream().map(function -> function.substring(0, function.indexOf('('))).distinct()
                            .limit(SHOWN).toList());
        }
    }

    /** Whatever PUBLIC may, nobody but a superuser and the agent logs in here, and a superuser may it anyway. */
    void revoke() throws SQLException {
        for (String function : riskyFunctions()) {
            execute("REVOKE EXECUTE ON ROUTINE " + function + " FROM PUBLIC");
        }
        execute("REVOKE SELECT ON pg_proc, pg_stat_activity, pg_largeobject_metadata, pg_user_mappings FROM PUBLIC");
        execute("REVOKE USAGE ON LANGUAGE plpgsql FROM PUBLIC");
        execute("REVOKE TEMP ON DATABASE " + quoted(owner.getCatalog()) + " FROM PUBLIC");
    }

    List<String> riskyFunctions() throws SQLException {
        return query("SELECT quote_ident(n.nspname) || '.' || quote_ident(p.proname) || '(' "
                + "|| pg_get_function_identity_arguments(p.oid) || ')' AS risky " + RISKY + " ORDER BY 1", role, role);
    }

    private boolean isSuperuser() throws SQLException {
        return query("SELECT current_setting('is_superuser')").contains("on");
    }

    private boolean othersLogIn() throws SQLException {
        return !query("SELECT rolname FROM pg_roles WHERE rolcanlogin AND NOT rolsuper "
                + "AND rolname NOT LIKE 'askwell\\_reader\\_%' AND rolname <> ?", role).isEmpty();
    }

    private List<String> query(String sql, String... parameters) throws SQLException {
        try (var query = owner.prepareStatement(sql)) {
            for (int i = 0; i < parameters.length; i++) {
                query.setString(i + 1, parameters[i]);
            }
            var values = new ArrayList<String>();
            try (var rows = query.executeQuery()) {
                while (rows.next()) {
                    values.add(rows.getString(1));
                }
            }
            return values;
        }
    }

    private void execute(String sql) throws SQLException {
        try (var statement = owner.createStatement()) {
            statement.execute(sql);
        }
    }
}
