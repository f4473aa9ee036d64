package io.askwell.bootstrap;

import static io.askwell.testkit.model.ScriptedReply.runSql;
import static io.askwell.testkit.model.ScriptedReply.text;
import static io.askwell.testkit.model.ScriptedReply.toolCall;
import static org.assertj.core.api.Assertions.assertThat;

import io.askwell.testkit.model.ScriptedReply;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a model gets wrong, with the errors that a real database and the real gate give for it. */
class ModelFaultsOnPostgresTest {
    private static final String QUESTION = "Whom do we serve?";
    private static final String RIGHT = "SELECT name FROM customer ORDER BY id LIMIT 1";
    @RegisterExtension
    private static final AskwellWithModel running = new AskwellWithModel(database -> database);

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '"', value = {
            "SELECT nam FROM customer | 42703 undefined_column | 'public.customer':['id','name','email']",
            "SELECT customer.nam FROM customer | 42703 undefined_column | 'nam':['name']",
            "SELECT * FROM custmers | 42P01 undefined_table | 'custmers':['customer']",
            "SELECT * FROM customers | 42P01 undefined_table | 'customers':['customer']",
            "SELECT name FROM customer WHERE total_amount > 5 | 42703 undefined_column | 'total_amount':['public.orders.total_amount']",
            "SELECT city, country, count(*) FROM address GROUP BY city | 42803 grouping_error | country",
            "SELECT id FROM customer JOIN orders ON orders.customer_id = customer.id | 42702 ambiguous_column | public.orders",
            "SELECT sum(name) FROM customer | 42883 undefined_function | sum",
            "SELECT `name` FROM customer LIMIT 5,10 | error | customer",
            "SELECT TOP 5 name FROM customer | error | customer",
            "SELECT 1; SELECT 2 | 25006 read_only_sql_transaction | exactly one statement"})
    void aWrongDraftIsMendedByWhatTheModelIsTold(String wrong, String error, String told) {
        running.model().reply(runSql("As asked.", wrong), runSql("As asked.", RIGHT),
                text("It is ", "Alice Wonderland."));

        Map<String, Object> answer = running.askwell().answer(QUESTION);

        assertThat(answer).containsEntry("answer", "It is Alice Wonderland.").containsEntry("outcome", "answered");
        assertThat(RunningAskwell.stepNames(answer)).containsExactly("recall", "draft", "execute", "repair", "execute",
                "answer");
        String prompt = running.model().call(2).body().replace("\\\"", "'");
        assertThat(prompt).contains("failed query", error, told);
    }

    @ParameterizedTest
    @ValueSource(strings = {"DELETE FROM orders", "WITH d AS (DELETE FROM orders RETURNING *) SELECT * FROM d"})
    void whatWritesIsRefusedAndNotMended(String sql) {
        running.model().reply(runSql("As asked.", sql), runSql("As asked.", RIGHT));

        assertThat(running.askwell().answer("Tidy up!")).containsEntry("outcome", "declined").extractingByKey("answer")
                .asString()
                .contains("only reads");
        assertThat(running.database().query("SELECT count(*) FROM orders")).containsExactly("3");
        assertThat(running.model().calls()).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"```sql\nSELECT name FROM customer ORDER BY id LIMIT 1\n```",
            "SELECT name FROM customer ORDER BY id LIMIT 1"})
    void aStatementInTheTextIsTaken(String reply) {
        running.model().reply(text(reply), text("Alice Wonderland."));

        assertThat(running.askwell().answer(QUESTION)).containsEntry("answer", "Alice Wonderland.");
    }

    @Test
    void theSameMistakeTwiceAndACircleStopEarly() {
        for (var wrong : List.of(List.of("SELECT a", "SELECT a"), List.of("SELECT a", "SELECT b", "SELECT a"))) {
            running.model().forget();
            wrong.forEach(sql -> running.model().reply(runSql("As asked.", sql)));
            running.model().reply(runSql("As asked.", RIGHT));

            running.askwell().ask(QUESTION).expectStatus().isEqualTo(503).expectBody().jsonPath("$.type")
                    .isEqualTo("urn:askwell:problem:query-failed");
            assertThat(running.model().calls()).hasSameSizeAs(wrong);
        }
    }

    @Test
    void theNumberOfAttemptsIsBounded() {
        for (int i = 0; i < 9; i++) {
            running.model().reply(runSql("As asked.", "SELECT wrong" + i));
        }

        running.askwell().ask(QUESTION).expectStatus().isEqualTo(503);

        assertThat(running.model().calls()).hasSize(3);
    }

    @Test
    void afterAnAnswerNothingIsTriedAgain() {
        running.model().reply(runSql("As asked.", RIGHT), text("Alice Wonderland."), runSql("As asked.", RIGHT),
                text("Again."));

        assertThat(running.askwell().answer(QUESTION)).containsEntry("answer", "Alice Wonderland.");
        assertThat(running.model().calls()).hasSize(2);
    }

    @Test
    void cutArgumentsAndEmptyRepliesAreAskedForAgain() {
        for (ScriptedReply broken : List.of(toolCall("run_sql", "{\"thought\":\"x\",\"sql\":\"SELECT na"), text(" "),
                text("Sure! Here is the query: SELECT count(*) FROM orders; Let me know."))) {
            running.model().forget();
            running.model().reply(broken, runSql("As asked.", RIGHT), text("Alice Wonderland."));

            assertThat(running.askwell().answer(QUESTION)).containsEntry("answer", "Alice Wonderland.");
        }
    }

    @Test
    void numbersThatTheRowsDoNotHaveAreFlagged() {
        running.model().reply(runSql("As asked.", "SELECT sum(total_amount) AS total FROM orders"),
                text("In all 499.99, which is ", "17% more than in 2019."));

        assertThat(running.askwell().answer("What did they spend?")).containsEntry("unsupportedNumbers",
                List.of("17", "2019"));
    }

    @Test
    void anEmptyResultIsSaidPlainly() {
        running.model().reply(runSql("As asked.", "SELECT name FROM customer WHERE name = 'Zed Nobody'"),
                text("Zed made 5."));

        assertThat(running.askwell().answer("Who is Zed Nobody?")).containsEntry("outcome", "answered")
                .extractingByKey("answer")
                .asString().startsWith("Nothing was found");
    }
}
