package io.askwell.bootstrap;

import static io.askwell.testkit.model.ScriptedReply.runSql;
import static io.askwell.testkit.model.ScriptedReply.text;
import static io.askwell.testkit.model.ScriptedReply.toolCall;
import static org.assertj.core.api.Assertions.assertThat;

import io.askwell.testkit.model.ScriptedModel;
import io.askwell.testkit.model.ScriptedReply;
import io.askwell.testkit.postgres.TestDatabase;
import io.askwell.testkit.postgres.TestPostgres;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a model gets wrong, with the errors that a real database and the real gate give for it. */
class ModelFaultsOnPostgresTest {
    private static final String QUESTION = "Whom do we serve?";
    private static final String RIGHT = "SELECT name FROM customer ORDER BY id LIMIT 1";
    private static final ScriptedModel model = ScriptedModel.start();
    private static TestDatabase database;
    private static RunningAskwell askwell;

    @BeforeAll
    static void start() {
        database = TestPostgres.create();
        askwell = RunningAskwell.on(database, "LLM_BASE_URL=" + model.baseUrl(), "LLM_MODEL=scripted");
    }

    @AfterAll
    static void stop() {
        askwell.close();
        model.close();
    }

    @BeforeEach
    void forget() {
        model.forget();
    }

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
        model.reply(runSql("As asked.", wrong), runSql("As asked.", RIGHT), text("It is ", "Alice Wonderland."));

        Map<String, Object> answer = askwell.answer(QUESTION);

        assertThat(answer).containsEntry("answer", "It is Alice Wonderland.").containsEntry("outcome", "answered");
        assertThat(RunningAskwell.stepNames(answer)).containsExactly("recall", "draft", "execute", "repair", "execute",
                "answer");
        String prompt = model.call(2).body().replace("\\\"", "'");
        assertThat(prompt).contains("failed query", error, told);
    }

    @ParameterizedTest
    @ValueSource(strings = {"DELETE FROM orders", "WITH d AS (DELETE FROM orders RETURNING *) SELECT * FROM d"})
    void whatWritesIsRefusedAndNotMended(String sql) {
        model.reply(runSql("As asked.", sql), runSql("As asked.", RIGHT));

        assertThat(askwell.answer("Tidy up!")).containsEntry("outcome", "declined").extractingByKey("answer").asString()
                .contains("only reads");
        assertThat(database.query("SELECT count(*) FROM orders")).containsExactly("3");
        assertThat(model.calls()).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"```sql\nSELECT name FROM customer ORDER BY id LIMIT 1\n```",
            "SELECT name FROM customer ORDER BY id LIMIT 1"})
    void aStatementInTheTextIsTaken(String reply) {
        model.reply(text(reply), text("Alice Wonderland."));

        assertThat(askwell.answer(QUESTION)).containsEntry("answer", "Alice Wonderland.");
    }

    @Test
    void theSameMistakeTwiceAndACircleStopEarly() {
        for (var wrong : List.of(List.of("SELECT a", "SELECT a"), List.of("SELECT a", "SELECT b", "SELECT a"))) {
            model.forget();
            wrong.forEach(sql -> model.reply(runSql("As asked.", sql)));
            model.reply(runSql("As asked.", RIGHT));

            askwell.ask(QUESTION).expectStatus().isEqualTo(503).expectBody().jsonPath("$.type")
                    .isEqualTo("urn:askwell:problem:query-failed");
            assertThat(model.calls()).hasSameSizeAs(wrong);
        }
    }

    @Test
    void theNumberOfAttemptsIsBounded() {
        for (int i = 0; i < 9; i++) {
            model.reply(runSql("As asked.", "SELECT wrong" + i));
        }

        askwell.ask(QUESTION).expectStatus().isEqualTo(503);

        assertThat(model.calls()).hasSize(3);
    }

    @Test
    void afterAnAnswerNothingIsTriedAgain() {
        model.reply(runSql("As asked.", RIGHT), text("Alice Wonderland."), runSql("As asked.", RIGHT), text("Again."));

        assertThat(askwell.answer(QUESTION)).containsEntry("answer", "Alice Wonderland.");
        assertThat(model.calls()).hasSize(2);
    }

    @Test
    void cutArgumentsAndEmptyRepliesAreAskedForAgain() {
        for (ScriptedReply broken : List.of(toolCall("run_sql", "{\"thought\":\"x\",\"sql\":\"SELECT na"), text(" "),
                text("Sure! Here is the query: SELECT count(*) FROM orders; Let me know."))) {
            model.forget();
            model.reply(broken, runSql("As asked.", RIGHT), text("Alice Wonderland."));

            assertThat(askwell.answer(QUESTION)).containsEntry("answer", "Alice Wonderland.");
        }
    }

    @Test
    void numbersThatTheRowsDoNotHaveAreFlagged() {
        model.reply(runSql("As asked.", "SELECT sum(total_amount) AS total FROM orders"),
                text("In all 499.99, which is ", "17% more than in 2019."));

        assertThat(askwell.answer("What did they spend?")).containsEntry("unsupportedNumbers", List.of("17", "2019"));
    }

    @Test
    void anEmptyResultIsSaidPlainly() {
        model.reply(runSql("As asked.", "SELECT name FROM customer WHERE name = 'Zed Nobody'"), text("Zed made 5."));

        assertThat(askwell.answer("Who is Zed Nobody?")).containsEntry("outcome", "answered").extractingByKey("answer")
                .asString().startsWith("Nothing was found");
    }
}
