package io.askwell.llm.agent;

import static org.assertj.core.api.Assertions.assertThat;

import com.knuddels.jtokkit.Encodings;
import com.knuddels.jtokkit.api.Encoding;
import com.knuddels.jtokkit.api.EncodingType;
import dev.langchain4j.data.message.SystemMessage;
import dev.langchain4j.data.message.UserMessage;
import io.askwell.domain.agent.Grounding;
import io.askwell.domain.agent.Origin;
import io.askwell.domain.agent.Question;
import io.askwell.domain.agent.Schema;
import io.askwell.domain.agent.Schema.TableName;
import io.askwell.domain.agent.Turn;
import io.askwell.domain.agent.ValueMatch;
import io.askwell.domain.agent.Verdict;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A question brings along the part of the schema that it needs, and little else. */
class TokenDietTest {
    private static final Encoding TOKENS = Encodings.newDefaultEncodingRegistry().getEncoding(EncodingType.O200K_BASE);
    private static final Schema SIXTY = WrittenSchema.sixtyTables();
    private static final int LIMIT = 2_000;

    /** A question, the tables that its answer needs, and the stored values that it names. */
    record Case(String question, List<String> tables, List<ValueMatch> values) {
        static Case of(String[] parts) {
            var values = Arrays.stream(parts).skip(2).map(value -> value.split("[. ]"))
                    .map(value -> new ValueMatch(new TableName("public", value[0]), value[1], value[2])).toList();
            return new Case(parts[0], List.of(parts[1].split(" ")), values);
        }
    }

    static Stream<Case> cases() {
        return WrittenSchema.lines("sixty-tables-questions.txt").stream().map(line -> line.split(" \\| "))
                .map(Case::of);
    }

    @ParameterizedTest
    @MethodSource("cases")
    void whatTheAnswerNeedsIsShown(Case asked) {
        assertThat(shown(asked.question(), asked.values())).containsAll(asked.tables());
    }

    @ParameterizedTest
    @MethodSource("cases")
    void theSchemaOfAQuestionStaysBelowTheLimit(Case asked) {
        assertThat(SIXTY.tables()).hasSize(60);
        assertThat(TOKENS.countTokens(schema(SIXTY, asked.question()))).isLessThan(LIMIT);
    }

    @ParameterizedTest
    @ValueSource(strings = {"Frobnicate the gargleblaster!", "Wie geht es dir?", "42"})
    void whereNothingMatchesTheTablesAreShownThatOthersPointAt(String question) {
        assertThat(shown(question, List.of())).contains("customer", "product", "orders", "employee");
        assertThat(TOKENS.countTokens(schema(SIXTY, question))).isLessThan(LIMIT);
    }

    @Test
    void storedValuesLeadToTheirTable() {
        var match = new ValueMatch(new TableName("public", "storage_bin"), "label", "Zanzibar");

        assertThat(shown("What about Zanzibar?", List.of(match))).contains("storage_bin");
    }

    @Test
    void theNamesOfTheOtherTablesAreListed() {
        String schema = schema(SIXTY, "Which browser do our visitors use?");

        assertThat(schema).contains("other tables: ").contains("public.tax_rate");
        assertThat(schema).doesNotContain("public.tax_rate(");
    }

    @Test
    void aFailedDraftBringsItsTablesIntoTheNextPrompt() {
        var grounding = new Grounding(SIXTY, List.of(), LocalDate.of(2026, 3, 1));
        String sql = "SELECT foo FROM tax_rate";
        var mishap = new Mishap.FailedQuery(sql,
                Diagnosis.of(SqlState.named("42703"), "column \"foo\" does not exist", sql, SIXTY));

        assertThat(Prompts.schema(Question.parse("Which browser do our visitors use?"), List.of(), grounding,
                List.of(mishap)))
                .contains("public.tax_rate(id");
    }

    @Test
    void aFollowUpBringsAlongTheTablesOfItsConversation() {
        var turn = new Turn(Question.parse("Which browser do our visitors use?"),
                new Verdict.Answered("SELECT rate FROM tax_rate", Origin.MODEL, Optional.empty()), "Several.");

        assertThat(Prompts.schema(Question.parse("And in Sweden?"), List.of(turn), grounding(SIXTY), List.of()))
                .contains("public.tax_rate(id");
    }

    @Test
    void aConversationStaysBelowFifteenHundredTokens() {
        var turn = new Turn(Question.parse("How many orders did customers from Sweden make in 2024? ".repeat(20)),
                new Verdict.Answered("SELECT c.name, count(*) FROM orders AS o JOIN customer AS c ON true ".repeat(20),
                        Origin.MODEL, Optional.empty()),
                "Alice Wonderland made 17 orders, and Bob Builder 3. ".repeat(20));

        assertThat(TOKENS.countTokens(DataEnvelope.escaped(TurnsText.of(Collections.nCopies(10, turn)))))
                .isBetween(500, 1_500);
    }

    @Test
    void aSmallSchemaStaysWholeAndTheSame() {
        var five = WrittenSchema.fiveTables();

        assertThat(five.tables()).hasSize(5);
        assertThat(schema(five, "Who spent the most?")).isEqualTo(schema(five, "Which browser do our visitors use?"));
    }

    @Test
    void theRulesComeFirstAndAreTheSame() {
        String one = system(SIXTY, "Who spent the most?");
        String other = system(SIXTY, "How many carts were abandoned?");
        int schema = one.indexOf("<data kind=\"schema\">");

        assertThat(schema).isPositive();
        assertThat(other).startsWith(one.substring(0, schema));
    }

    /** The figures that benchmarks/README.md records. */
    @Test
    void figures() {
        var lines = new ArrayList<String>();
        for (Schema schema : List.of(WrittenSchema.fiveTables(), SIXTY)) {
            var whole = TOKENS.countTokens(DataEnvelope.of("schema", SchemaText.of(schema)));
            var schemas = cases().mapToInt(asked -> TOKENS.countTokens(schema(schema, asked.question())))
                    .summaryStatistics();
            var prompts = cases().mapToInt(asked -> TOKENS.countTokens(system(schema, asked.question()))
                    + TOKENS.countTokens(user(schema, asked.question()))).summaryStatistics();
            lines.add("| %d | %d | %.0f | %d | %.0f | %d |".formatted(schema.tables().size(), whole,
                    schemas.getAverage(), schemas.getMax(), prompts.getAverage(), prompts.getMax()));
            assertThat(prompts.getMax()).isLessThan(LIMIT + 800);
        }
        System.out.println("rules: " + TOKENS.countTokens(system(SIXTY, "x").split("<data kind", 2)[0]) + "\n"
                + String.join("\n", lines));
    }

    private static List<String> shown(String question, List<ValueMatch> values) {
        return RelevantSchema.of(SIXTY, question, values).shown().tables().stream().map(table -> table.name().name())
                .toList();
    }

    private static String schema(Schema schema, String question) {
        return Prompts.schema(Question.parse(question), List.of(), grounding(schema), List.of());
    }

    private static String system(Schema schema, String question) {
        return ((SystemMessage) new Prompts(0)
                .forDraft(Question.parse(question), List.of(), grounding(schema), List.of())
                .getFirst())
                .text();
    }

    private static String user(Schema schema, String question) {
        return ((UserMessage) new Prompts(0).forDraft(Question.parse(question), List.of(), grounding(schema), List.of())
                .getLast())
                .singleText();
    }

    private static Grounding grounding(Schema schema) {
        return new Grounding(schema, List.of(), LocalDate.of(2026, 3, 1));
    }
}
