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
import org.junit.jupiter.params.provider.ValueSource;

class SqlGateTest {
    private static final Schema SCHEMA = new Schema(Stream.of("customer", "orders", "address")
            .map(name -> new Table(new TableName("public", name), "", columns(), List.of())).toList(), List.of());
    private final SqlGate gate = new SqlGate();

    @ParameterizedTest
    @ValueSource(strings = {
            "SELECT count(*) FROM orders",
            "SELECT c.name, sum(o.total_amount) AS spent FROM public.customer AS c LEFT JOIN public.orders AS o ON o.customer_id = c.id GROUP BY c.id, c.name HAVING sum(o.total_amount) > 200 ORDER BY spent DESC NULLS LAST LIMIT 5 OFFSET 1",
            "SELECT name FROM customer WHERE NOT EXISTS (SELECT 1 FROM orders WHERE orders.customer_id = customer.id)",
            "SELECT DISTINCT city FROM address WHERE country IN ('USA', 'Fantasy') AND zip LIKE '1%' OR city IS NULL",
            "WITH spent AS (SELECT customer_id, sum(total_amount) AS total FROM orders GROUP BY customer_id) SELECT c.name, s.total FROM spent s JOIN customer c ON c.id = s.customer_id",
            "SELECT name FROM (SELECT c.name, rank() OVER (PARTITION BY 1 ORDER BY count(o.id) DESC) AS place FROM customer c LEFT JOIN orders o ON o.customer_id = c.id GROUP BY c.id, c.name) ranked WHERE place = 1",
            "SELECT date_trunc('month', order_date) AS month, count(*) FILTER (WHERE total_amount > 100) FROM orders GROUP BY 1 ORDER BY 1",
            "SELECT extract(YEAR FROM order_date), avg(total_amount)::numeric(10,2) FROM orders GROUP BY 1",
            "SELECT CASE WHEN total_amount > 100 THEN 'big' ELSE 'small' END, count(*) FROM orders GROUP BY 1",
            "SELECT id FROM customer UNION ALL SELECT customer_id FROM orders EXCEPT SELECT 1",
            "SELECT * FROM orders WHERE order_date >= DATE '2024-01-01' AND order_date < current_date - INTERVAL '1 month'",
            "SELECT c.name, o.* FROM customer c CROSS JOIN LATERAL (SELECT total_amount FROM orders WHERE customer_id = c.id ORDER BY order_date DESC LIMIT 1) o",
            "SELECT string_agg(name, ', ' ORDER BY name) FROM customer",
            "SELECT count(DISTINCT customer_id) FROM orders WHERE total_amount BETWEEN 1 AND 2 AND id <> ALL (ARRAY[1, 2])"})
    void admitsWhatAnswersQuestions(String sql) {
        assertThat(gate.admit(sql, SCHEMA)).isInstanceOf(Admitted.class);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
            "DELETE FROM orders | only SELECT",
            "DROP TABLE orders | only SELECT",
            "COPY orders TO '/etc/passwd' | valid",
            "WITH d AS (DELETE FROM orders RETURNING *) SELECT * FROM d | not allowed",
            "SELECT 1; SELECT 2 | exactly one statement",
            "SELECT * INTO stolen FROM customer | SELECT INTO",
            "SELECT * FROM customer FOR UPDATE | not allowed",
            "SELECT * FROM customer FOR SHARE | not allowed",
            "SELECT * FROM (SELECT * FROM customer FOR UPDATE) x | not allowed",
            "SELECT pg_sleep(10) | function pg_sleep",
            "SELECT name FROM customer ORDER BY pg_sleep(10) | function pg_sleep",
            "SELECT count(*) FILTER (WHERE pg_sleep(1) IS NULL) FROM customer | function pg_sleep",
            "SELECT * FROM pg_ls_dir('/') | function pg_ls_dir",
            "SELECT * FROM pg_catalog.pg_authid | no table pg_catalog.pg_authid",
            "SELECT * FROM pg_shadow | no table public.pg_shadow",
            "SELECT * FROM askwell.flyway_schema_history | no table askwell",
            "SELECT * FROM other.public.customer | database name",
            "SELECT 'customer'::regclass | type regclass",
            "SELECT set_config('a', 'b', false) | function set_config",
            "SELECT pg_catalog.pg_sleep(1) | function pg_catalog.pg_sleep",
            "SELECT \"pg_sleep\"(1) | function",
            "SELECT name FROM customer WHERE name !~~ 'x' | not allowed",
            "SELECT TOP 5 name FROM customer | not allowed",
            "SELECT | valid",
            "Sure! Here it is | not allowed",
            "SELECT $a$, ' $a$ || (SELECT string_agg(rolname, $b$, $b$) FROM pg_roles) || $a$ ', $a$ | character $",
            "SELECT E'x' | prefix",
            "SELECT U&'x' | not allowed",
            "SELECT name AS 'x' FROM customer | two ways",
            "SELECT regclass 'pg_authid' | two ways",
            "SELECT name 'x' || pg_sleep(2) FROM customer | ",
            "SELECT `name` FROM customer | character `",
            "SELECT name#1 FROM customer | character #",
            "SELECT usename FROM pg_user WHERE EXISTS (WITH pg_user AS (SELECT 1) SELECT 1) | WITH name",
            "WITH \"pg_roles\" AS (SELECT * FROM pg_roles) SELECT * FROM pg_roles | WITH name",
            "SELECT customer.row_to_json FROM customer | column customer.row_to_json does not exist",
            "SELECT c.leak FROM customer c | column c.leak does not exist",
            "SELECT c.\"Name\" FROM customer c | column c.Name does not exist",
            "SELECT current_user | current_user",
            "SELECT \"current_user\" FROM customer | current_user",
            "SELECT * FROM customer WHERE name = 'x' /* a /* b */ c */ | comment",
            "SELECT 'open FROM customer | valid"})
    void refusesEverythingElse(String sql, String reason) {
        assertThat(gate.admit(sql, SCHEMA)).isInstanceOfSatisfying(Refused.class,
                refused -> assertThat(refused.reason()).contains(reason == null ? "" : reason));
    }

    @Test
    void runsTheTreeNotTheText() {
        assertThat(gate.admit("select /* hidden */ name -- more\n from customer ;", SCHEMA))
                .isEqualTo(new Admitted("SELECT name FROM public.customer"));
    }

    @Test
    void refusesWhatIsTooLongOrTooDeepBeforeItIsParsed() {
        assertThat(gate.admit("SELECT '" + "x".repeat(SqlText.MAX_LENGTH) + "'", SCHEMA))
                .isEqualTo(new Refused(Rule.SIZE, "the SQL is longer than 10000 characters", List.of()));
        assertThat(gate.admit("SELECT " + "(".repeat(41) + "1" + ")".repeat(41), SCHEMA))
                .isEqualTo(new Refused(Rule.SIZE, "the SQL is nested deeper than 40 levels", List.of()));
    }

    @Test
    void namesTheTablesThereAre() {
        assertThat(gate.admit("SELECT * FROM custmers", SCHEMA)).isEqualTo(new Refused(Rule.TABLE, "there is no table "
                + "public.custmers here; the tables are [public.address, public.customer, public.orders]",
                List.of("public.customer")));
    }

    @Test
    void refusesAChainThatIsLongerThanAStack() {
        String chain = "SELECT 1" + " + 1".repeat(1_490);

        assertThat(gate.admit(chain, SCHEMA)).isInstanceOfAny(Admitted.class, Refused.class);
        assertThat(gate.admit("SELECT 1" + " + 1".repeat(2_400), SCHEMA))
                .isEqualTo(new Refused(Rule.SIZE, "the SQL has more than 3000 parts", List.of()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"it''s", "a -- b", "a /* b", "back\\slash", "\"", "$x$", "%", ""})
    void leavesQuotedTextsAsTheyAre(String text) {
        String sql = "SELECT name FROM public.customer WHERE name = '" + text + "'";

        assertThat(gate.admit(sql, SCHEMA)).isEqualTo(new Admitted(sql));
    }

    /** One set for all three tables: enough to tell a column from a function. */
    private static List<Column> columns() {
        return Stream.of("id", "name", "email", "customer_id", "order_date", "total_amount", "city", "country", "zip")
                .map(name -> new Column(name, "text", Kind.TEXT, true, "", List.of())).toList();
    }
}
