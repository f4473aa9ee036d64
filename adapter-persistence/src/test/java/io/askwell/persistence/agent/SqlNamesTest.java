package io.askwell.persistence.agent;

import static org.assertj.core.api.Assertions.assertThat;

import io.askwell.domain.agent.Schema;
import io.askwell.domain.agent.Schema.Column;
import io.askwell.domain.agent.Schema.Kind;
import io.askwell.domain.agent.Schema.Table;
import io.askwell.domain.agent.Schema.TableName;
import io.askwell.persistence.agent.Admission.Admitted;
import io.askwell.persistence.agent.Admission.Refused;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The database has a column users.hidden, which the agent does not see. */
class SqlNamesTest {
    private static final Schema SCHEMA = new Schema(List.of(table("public", "users", "id", "email"),
            table("public", "orders", "id", "user_id", "total"), table("sales", "region", "id", "name")), List.of());
    private final SqlGate gate = new SqlGate();

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
            "SELECT * FROM users | SELECT users.id, users.email FROM public.users",
            "SELECT u.* FROM users AS u | SELECT u.id, u.email FROM public.users AS u",
            "SELECT * FROM users JOIN orders USING (id) | SELECT id, users.email, orders.user_id, orders.total FROM public.users JOIN public.orders USING (id)",
            "SELECT email FROM users NATURAL JOIN orders | SELECT email FROM public.users JOIN public.orders USING (id)",
            "SELECT email FROM users NATURAL JOIN (SELECT 1 AS hidden) g | SELECT email FROM public.users JOIN (SELECT 1 AS hidden) g ON true",
            "SELECT (SELECT hidden FROM users) FROM (SELECT 1 AS hidden) g | SELECT (SELECT g.hidden FROM public.users) FROM (SELECT 1 AS hidden) g",
            "SELECT 1 AS hidden, count(*) FROM users GROUP BY hidden | SELECT 1 AS hidden, count(*) FROM public.users GROUP BY 1",
            "SELECT name FROM region | SELECT name FROM sales.region",
            "SELECT * FROM generate_series(1, 2) AS g(n) | SELECT * FROM generate_series(1, 2) AS g(n)"})
    void writesOutWhatCouldMeanMoreToTheDatabase(String sql, String admitted) {
        assertThat(gate.admit(sql, SCHEMA)).isEqualTo(new Admitted(admitted));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
            "SELECT hidden FROM users | COLUMN",
            "SELECT users FROM users | COLUMN",
            "SELECT 1 AS hidden FROM users ORDER BY hidden + 1 | COLUMN",
            "SELECT a.c FROM users AS a (b, c) | COLUMN",
            "SELECT id FROM users, orders | AMBIGUITY",
            "SELECT o.id FROM users | TABLE",
            "SELECT orders.id FROM public.orders o | TABLE",
            "SELECT sales.users.id FROM public.users | TABLE",
            "SELECT x.id FROM (SELECT id FROM users) | TABLE",
            "WITH w AS (SELECT id FROM users) SELECT email FROM w | COLUMN",
            "SELECT (SELECT users.total FROM orders) FROM users | COLUMN",
            "SELECT o.id FROM orders o, (SELECT o.total) x | TABLE"})
    void refusesNamesThatAreNone(String sql, Rule rule) {
        assertThat(gate.admit(sql, SCHEMA)).isInstanceOfSatisfying(Refused.class,
                refused -> assertThat(refused.rule()).as(refused.reason()).isEqualTo(rule));
    }

    @Test
    void tellsTheRealColumnsAndTheNearest() {
        assertThat(gate.admit("SELECT u.emial FROM users u", SCHEMA)).isEqualTo(new Refused(Rule.COLUMN,
                "column u.emial does not exist; the columns of public.users are [id, email]", List.of("u.email")));
        assertThat(gate.admit("SELECT emai FROM users", SCHEMA)).isInstanceOfSatisfying(Refused.class,
                refused -> assertThat(refused.nearest()).containsExactly("users.email"));
    }

    @Test
    void tellsWhichOtherTableHasTheColumn() {
        assertThat(gate.admit("SELECT email FROM users WHERE total > 5", SCHEMA)).isInstanceOfSatisfying(Refused.class,
                refused -> assertThat(refused.nearest()).containsExactly("public.orders.total"));
    }

    private static Table table(String schema, String name, String... columns) {
        return new Table(new TableName(schema, name), "", Stream.of(columns)
                .map(column -> new Column(column, "text", Kind.TEXT, true, "", List.of())).toList(), List.of());
    }
}
