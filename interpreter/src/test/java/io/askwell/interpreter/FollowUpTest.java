package io.askwell.interpreter;

import static org.assertj.core.api.Assertions.assertThat;

import io.askwell.domain.agent.Interpretation;
import io.askwell.domain.agent.Interpretation.Ambiguous;
import io.askwell.domain.agent.Interpretation.Declined;
import io.askwell.domain.agent.Interpretation.Understood;
import io.askwell.domain.agent.Origin;
import io.askwell.domain.agent.Question;
import io.askwell.domain.agent.Turn;
import io.askwell.domain.agent.Verdict;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Questions that leave out what was said before. Those of one conversation are joined by {@code >}. */
class FollowUpTest {
    private final Ground shop = Ground.customers();

    @ParameterizedTest(name = "{0}")
    @CsvFileSource(resources = "followed.csv", delimiter = '|', maxCharsPerColumn = 2_000)
    void replacesOneSlotAndSaysTheWholeReading(String conversation, String reading) {
        assertThat(converse(conversation)).isInstanceOfSatisfying(Understood.class,
                understood -> assertThat(understood.reading()).isEqualTo(reading));
    }

    @ParameterizedTest(name = "{0}")
    @CsvFileSource(resources = "not-followed.csv", delimiter = '|', maxCharsPerColumn = 2_000)
    void declinesWhereNoSlotFits(String conversation, String part) {
        assertThat(converse(conversation)).isInstanceOfSatisfying(Declined.class,
                declined -> assertThat(declined.message()).contains(part));
    }

    @ParameterizedTest(name = "{0}")
    @CsvFileSource(resources = "followed-twice.csv", delimiter = '|', maxCharsPerColumn = 2_000)
    void asksBackWhereSeveralSlotsFit(String conversation, String one, String other) {
        assertThat(converse(conversation)).isInstanceOfSatisfying(Ambiguous.class,
                ambiguous -> assertThat(ambiguous.readings()).containsExactlyInAnyOrder(one, other));
    }

    @ParameterizedTest
    @ValueSource(strings = {"and Bob?", "what about 2023?", "only in 2024", "sort them by name", "only the top 3",
            "and in Wonderland?", "what about Alice's orders?", "which of them live in Wonderland?"})
    void withoutAConversationItSaysWhatGivesOne(String followUp) {
        assertThat(shop.interpret(followUp)).isInstanceOfSatisfying(Declined.class,
                declined -> assertThat(declined.message()).contains("conversationId"));
    }

    @Test
    void anAnswerThatTheGrammarCannotReadAgainLosesTheThread() {
        Turn byModel = new Turn(Question.parse("Which customers will churn, Alice or Bob?"),
                new Verdict.Answered("SELECT 1", Origin.MODEL, Optional.empty()), "Alice.");
        Turn before = new Turn(Question.parse("How many orders has Alice made?"),
                new Verdict.Answered("SELECT 1", Origin.GRAMMAR, Optional.empty()), "2.");

        Interpretation read = new GrammarInterpreter(shop.synonyms()).interpret(Question.parse("and Bob?"),
                List.of(before, byModel), shop.grounding("Alice Bob"));

        assertThat(read).isInstanceOfSatisfying(Declined.class,
                declined -> assertThat(declined.message()).contains("ask the whole question"));
    }

    @Test
    void asksWhichOfSeveralNamesIsMeant() {
        Interpretation read = Ground.customersNamed("Alice Wonderland", "Bob Builder", "Bob Stone")
                .converse(List.of("How many orders has Alice made?", "and Bob?"));

        assertThat(read).isInstanceOfSatisfying(Ambiguous.class,
                ambiguous -> assertThat(ambiguous.readings()).containsExactly(
                        "Counted orders of the customer named Bob Builder.",
                        "Counted orders of the customer named Bob Stone."));
    }

    @Test
    void looksUpANameThatIsNotStored() {
        Interpretation read = converse("How many orders has Alice made? > and Zed Nobody?");

        assertThat(((Understood) read).reading()).isEqualTo("Looked up the customer named Zed Nobody.");
    }

    @Test
    void readsAQuestionThatStandsByItselfAsIfNothingWasBefore() {
        for (String question : List.of("Who spent the most?", "customers in Wonderland", "orders over 100",
                "customers and their emails", "What is Bob's email?")) {
            assertThat(((Understood) converse("How many orders has Alice made in 2024? > " + question)).sql())
                    .isEqualTo(((Understood) shop.interpret(question)).sql());
        }
    }

    @Test
    void followsInASchemaThatNoWordWasWrittenFor() {
        Interpretation read = Ground.library()
                .converse(List.of("books of Jane Austen", "and Iain Banks?", "only over 300 pages"));

        assertThat(((Understood) read).reading()).contains("Iain Banks").contains("more than 300")
                .doesNotContain("Austen");
    }

    private Interpretation converse(String conversation) {
        return shop.converse(List.of(conversation.split(" > ")));
    }
}
