package io.askwell.llm.agent;

import static org.assertj.core.api.Assertions.assertThat;

import dev.langchain4j.agent.tool.ToolExecutionRequest;
import io.askwell.domain.agent.TokenUsage;
import io.askwell.llm.agent.DraftReply.Clarify;
import io.askwell.llm.agent.DraftReply.Decline;
import io.askwell.llm.agent.DraftReply.Sql;
import io.askwell.llm.agent.DraftReply.Unusable;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DraftReaderTest {

    @Test
    void readsACallOfTheTool() {
        assertThat(call("run_sql", "{\"thought\":\" Count. \",\"tables\":[\"t\"],\"sql\":\"SELECT 1\"}"))
                .isEqualTo(new Sql("Count.", "SELECT 1"));
    }

    @Test
    void theThoughtMayBeMissing() {
        assertThat(call("run_sql", "{\"sql\":\"SELECT 1\"}")).isEqualTo(new Sql("", "SELECT 1"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "{", "{\"sql\":\"SELECT", "[]", "null", "\"SELECT 1\"", "{\"sql\":\" \"}",
            "{\"query\":\"x\"}"})
    void argumentsWithoutSqlAreUnusable(String arguments) {
        assertThat(call("run_sql", arguments)).isInstanceOf(Unusable.class);
    }

    @Test
    void anotherToolIsUnusable() {
        assertThat(call("drop_table", "{\"sql\":\"SELECT 1\"}")).isInstanceOf(Unusable.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"```sql\nSELECT 1\n```", "```\nSELECT 1\n```", "```SQL \r\nSELECT 1```",
            "Here it is:\n```postgresql\nSELECT 1\n```\nDo you like it?", "SELECT 1",
            "{\"name\":\"run_sql\",\"parameters\":{\"sql\":\"SELECT 1\"}}",
            "{\"name\":\"run_sql\",\"arguments\":{\"sql\":\"SELECT 1\"}}"})
    void readsSqlInAText(String text) {
        assertThat(text(text)).isEqualTo(new Sql("", "SELECT 1"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"select\n  1", "WITH a AS (SELECT 1) SELECT * FROM a",
            "with recursive \"a b\" as materialized (select 1) select 1", "with a(x) as (select 1) select x from a",
            "DELETE FROM orders", "update orders\nset total_amount = 0", "DROP TABLE orders;"})
    void aTextMayBeAStatementAndNothingElse(String sql) {
        assertThat(text(sql)).isEqualTo(new Sql("", sql));
    }

    @ParameterizedTest
    @ValueSource(strings = {"With all due respect, that is not in the database.", "Selecting this is not possible.",
            "Delete from your mind that I can.", "Drop it.", "I cannot say."})
    void proseIsAWayToDecline(String text) {
        assertThat(text(text)).isEqualTo(new Decline(text));
    }

    @ParameterizedTest
    @ValueSource(strings = {"Sure! Here is the query: SELECT count(*) FROM orders; Let me know.",
            "```sql\nSELECT 1\n```\nor\n```sql\nSELECT 2\n```"})
    void whatIsNotOneStatementIsAskedForAgain(String text) {
        assertThat(text(text)).isInstanceOf(Unusable.class);
    }

    @Test
    void readsLabels() {
        assertThat(text("CLARIFY: Which Alice?")).isEqualTo(new Clarify("Which Alice?"));
        assertThat(text("**CLARIFY:** Which Alice?")).isEqualTo(new Clarify("Which Alice?"));
        assertThat(text("  DECLINE:\nNo weather here. ")).isEqualTo(new Decline("No weather here."));
    }

    @Test
    void aTextThatIsCutIsUnusable() {
        assertThat(DraftReader.read(new ModelReply("SELECT na", List.of(), TokenUsage.NONE, true)))
                .isInstanceOf(Unusable.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " \n"})
    void anEmptyReplyIsUnusable(String text) {
        assertThat(text(text)).isInstanceOf(Unusable.class);
    }

    private static DraftReply text(String text) {
        return DraftReader.read(new ModelReply(text, List.of(), TokenUsage.NONE, false));
    }

    private static DraftReply call(String name, String arguments) {
        var call = ToolExecutionRequest.builder().id("1").name(name).arguments(arguments).build();
        return DraftReader.read(new ModelReply("", List.of(call), TokenUsage.NONE, false));
    }
}
