package io.askwell.interpreter.generated;

import static org.assertj.core.api.Assertions.assertThat;

import io.askwell.domain.agent.Interpretation.Understood;
import io.askwell.domain.agent.Rows;
import io.askwell.interpreter.Ground;
import io.askwell.interpreter.SameRows;
import io.askwell.interpreter.ShopDatabase;
import io.askwell.interpreter.corpus.Corpus;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** Whatever is put together from the parts of a question is answered with the rows it asks for, or declined. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class GeneratedQuestionsTest {
    private static final long SEED = Long.getLong("questions.seed", 20_240_814L);
    private static final int TRIES = Integer.getInteger("questions.tries", 400);
    private static final LocalDate TODAY = LocalDate.of(2024, 8, 14);
    /** A grammar that declines everything would pass too. */
    private static final double LEAST_ANSWERED = 0.6;
    private static final String LIBRARY = """
        CREATE TABLE author (id serial PRIMARY KEY, name text, country text);
        CREATE TABLE book (id serial PRIMARY KEY, author_id int REFERENCES author, title text, pages int, published_on date);
        CREATE TABLE loan (id serial PRIMARY KEY, book_id int REFERENCES book, borrower_name text, loaned_on date);
        INSERT INTO author (name, country) VALUES ('Jane Austen', 'England'), ('Iain Banks', 'Scotland'),
            ('Toni Morrison', 'America'), ('Ali Smith', 'Scotland'), ('Kazuo Ishiguro', 'England'), ('Nobody Yet', NULL);
        INSERT INTO book (author_id, title, pages, published_on) VALUES (1, 'Emma', 474, '2024-01-15'),
            (1, 'Persuasion', 249, '2023-12-17'), (2, 'Matter', 593, '2024-07-01'), (2, 'Excession', 455, '2024-07-13'),
            (3, 'Beloved', 324, '2024-09-16'), (3, 'Jazz', 229, NULL), (4, 'Autumn', 260, '2024-05-20'),
            (4, 'Winter', 322, '2024-08-02'), (4, 'Spring', 336, '2024-03-28'), (5, 'Klara', NULL, '2024-03-02');
        INSERT INTO loan (book_id, borrower_name, loaned_on) VALUES (1, 'Zoe Reader', '2024-07-02'),
            (1, 'Max Muster', '2024-07-19'), (3, 'Zoe Reader', '2024-06-11'), (4, 'Ann Other', '2023-02-03'),
            (5, 'Max Muster', '2024-01-12'), (7, 'Zoe Reader', NULL), (8, 'Ann Other', '2024-08-09'),
            (8, 'Max Muster', '2024-08-12'), (8, 'Zoe Reader', '2024-08-13');
        """;

    private ShopDatabase database;

    @BeforeAll
    void start() throws Exception {
        database = new ShopDatabase();
        database.run(Corpus.shopRows());
        database.run(LIBRARY);
    }

    @AfterAll
    void stop() throws Exception {
        database.close();
    }

    @Test
    void ofTheShopAreAnsweredRightlyOrDeclined() throws SQLException {
        check(Noun.SHOP, Ground.customers().storedIn(database, TODAY));
    }

    @Test
    void ofALibraryAreAnsweredRightlyOrDeclined() throws SQLException {
        check(Noun.LIBRARY, Ground.library().storedIn(database, TODAY));
    }

    private void check(List<Noun> nouns, Ground ground) throws SQLException {
        var maker = new QuestionMaker(new Random(SEED), nouns, (table, column) -> ground.table(table).column(column)
                .orElseThrow().values());
        List<String> wrong = new ArrayList<>();
        int answered = 0;
        for (int i = 0; i < TRIES; i++) {
            MadeQuestion question = maker.next();
            if (ground.interpret(question.text()) instanceof Understood(var sql, var reading, var wording)) {
                answered++;
                if (!right(question, database.query(sql))) {
                    wrong.add("%s%n  read as: %s%n  %s%n  instead of %s".formatted(question.text(), reading, sql,
                            question.gold().getFirst()));
                }
            }
        }
        System.out.printf("%d questions made with seed %d (-Dquestions.seed): %d answered, %d of them wrong%n", TRIES,
                SEED, answered, wrong.size());

        assertThat(wrong).as("answered with other rows; seed %d", SEED).isEmpty();
        assertThat(answered / (double) TRIES).as("answered").isGreaterThanOrEqualTo(LEAST_ANSWERED);
    }

    private boolean right(MadeQuestion question, Rows found) throws SQLException {
        for (String gold : question.gold()) {
            Rows expected = database.query(gold);
            int more = found.columns().size() - expected.columns().size();
            if ((question.open() ? more >= 0 : more == 0) && SameRows.of(expected, found, false)) {
                return true;
            }
        }
        return false;
    }
}
