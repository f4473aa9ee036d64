package io.askwell.interpreter.corpus;

import static org.assertj.core.api.Assertions.assertThat;

import io.askwell.domain.agent.Interpretation;
import io.askwell.domain.agent.Interpretation.Ambiguous;
import io.askwell.domain.agent.Interpretation.Declined;
import io.askwell.domain.agent.Interpretation.Understood;
import io.askwell.domain.agent.Rows;
import io.askwell.interpreter.Ground;
import io.askwell.interpreter.SameRows;
import io.askwell.interpreter.ShopDatabase;
import io.askwell.interpreter.corpus.AskedQuestion.Shows;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;

/**
 * Hundreds of questions, put as people put them before it was known what the grammar can read: what it answers is right,
 * and it answers most. What it cannot answer, it declines.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ShopQuestionsTest {
    private static final LocalDate TODAY = LocalDate.of(2024, 8, 14);
    private static final double LEAST_ANSWERED = 0.90;

    private ShopDatabase shop;
    private Ground ground;

    @BeforeAll
    void start() throws Exception {
        shop = new ShopDatabase();
        shop.run(Corpus.shopRows());
        ground = Ground.customers().storedIn(shop, TODAY);
    }

    @AfterAll
    void stop() throws Exception {
        shop.close();
    }

    @Test
    void whatIsAnsweredIsRightAndMostIsAnswered() throws Exception {
        List<AskedQuestion> asked = AskedQuestion.all();
        List<String> wrong = new ArrayList<>();
        List<String> declined = new ArrayList<>();
        for (AskedQuestion question : asked) {
            switch (ground.interpret(question.text())) {
                case Understood(var sql, var reading, var wording) -> {
                    Rows rows = shop.query(sql);
                    if (!right(question, rows, wording.of(rows))) {
                        wrong.add("%s -> %s %s".formatted(question.text(), reading, sql));
                    }
                }
                case Declined(var message) -> declined.add("%s -> %s".formatted(question.text(), message));
                case Ambiguous(var message, var readings) ->
                    declined.add("%s -> %s".formatted(question.text(), readings));
            }
        }
        double answered = 1 - declined.size() / (double) asked.size();
        System.out.printf("%d questions: %d right, %d wrong, %d declined (answered: %.1f %%). Declined:%n%s%n",
                asked.size(),
                asked.size() - wrong.size() - declined.size(), wrong.size(), declined.size(), 100 * answered,
                String.join("\n", declined));

        assertThat(asked).hasSizeGreaterThanOrEqualTo(300);
        assertThat(wrong).as("answered wrongly").isEmpty();
        assertThat(answered).as("answered").isGreaterThanOrEqualTo(LEAST_ANSWERED);
    }

    @Test
    void whatTheDataCannotAnswerIsDeclined() {
        List<String> asked = Corpus.lines("unanswerable.txt");
        List<String> answered = asked.stream().filter(question -> ground.interpret(question) instanceof Understood)
                .toList();

        assertThat(asked).hasSizeGreaterThanOrEqualTo(100);
        assertThat(answered.stream().map(question -> question + " -> " + ground.interpret(question))).isEmpty();
    }

    @ParameterizedTest(name = "{0}")
    @CsvFileSource(resources = "names.csv", delimiter = '|')
    void namesWhatIsMisspeltOrNotThere(String question, String says) throws Exception {
        String message = switch (ground.interpret(question)) {
            case Understood(var sql, var reading, var wording) -> wording.of(shop.query(sql));
            case Declined declined -> declined.message();
            case Ambiguous ambiguous -> ambiguous.message();
        };

        assertThat(message).contains(says);
    }

    private boolean right(AskedQuestion question, Rows rows, String answer) throws SQLException {
        for (String gold : question.gold()) {
            Rows expected = shop.query(gold);
            boolean same = question.shows() == Shows.YES_OR_NO
                    ? answer.startsWith(Boolean.TRUE.equals(expected.values().getFirst().getFirst()) ? "Yes" : "No")
                    : question.shows().allows(rows.columns().size() - expected.columns().size())
                            && SameRows.of(expected, rows, ordered(gold));
            if (same) {
                return true;
            }
        }
        return false;
    }

    /** A right query that only sorts asks for an order; one that sorts to cut off does not. */
    private static boolean ordered(String gold) {
        return gold.contains("ORDER BY") && !gold.contains("FETCH");
    }
}
