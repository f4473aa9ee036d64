package io.askwell.interpreter;

import static org.assertj.core.api.Assertions.assertThat;

import io.askwell.domain.agent.Interpretation.Declined;
import io.askwell.domain.agent.Interpretation.Understood;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A library, for which no word was written: the schema alone must do. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class UnrelatedSchemaTest {
    private static final String LIBRARY = """
        CREATE TABLE author (id int PRIMARY KEY, name text, country text);
        CREATE TABLE book (id int PRIMARY KEY, author_id int REFERENCES author, title text, pages int,
            published_on date);
        CREATE TABLE loan (id int PRIMARY KEY, book_id int REFERENCES book, borrower_name text, loaned_on date);
        INSERT INTO author VALUES (1, 'Jane Austen', 'England'), (2, 'Iain Banks', 'Scotland'),
            (3, 'Silent Author', NULL);
        INSERT INTO book VALUES (1, 1, 'Emma', 474, '1815-12-23'), (2, 1, 'Persuasion', 249, '1817-12-20'),
            (3, 2, 'Matter', 593, '2008-01-25');
        INSERT INTO loan VALUES (1, 1, 'Zoe Reader', '2024-01-05'), (2, 1, 'Max Mustermann', '2024-02-05'),
            (3, 3, 'Zoe Reader', '2024-02-07');
        """;

    private final Ground library = Ground.library();
    private ShopDatabase database;

    @BeforeAll
    void start() throws Exception {
        database = new ShopDatabase();
        database.run(LIBRARY);
    }

    @AfterAll
    void stop() throws Exception {
        database.close();
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
        How many books are there?                     | There are 3 books.
        how many books does Jane Austen have          | Jane Austen has 2 books.
        authors from Scotland                         | 1 author: Iain Banks.
        Which authors have no books?                  | 1 author: Silent Author.
        titles of books by Jane Austen                | 2 titles: Emma, Persuasion.
        books over 300 pages                          | 2 books: Emma, Matter.
        books of Jane Austen with more than 300 pages | 1 book: Emma.
        books published in 2008                       | 1 book: Matter.
        books per author                              | Number of books for each author: / Jane Austen: 2 / Iain Banks: 1 / Silent Author: 0
        how many loans per author                     | Number of loans for each author: / Jane Austen: 2 / Iain Banks: 1 / Silent Author: 0
        # a group without any rows has 0 of them, and no average at all
        average pages per author                      | Average pages of books for each author: / Iain Banks: 593.00 / Jane Austen: 361.50
        total pages of Jane Austen's books            | The sum of the pages of books of the author named Jane Austen is 723.
        book with the most loans                      | Emma, with the highest number of loans.
        author with the most books                    | Jane Austen, with the highest number of books.
        loans of Jane Austen in February 2024         | 1 loan: / id 2, borrower name Max Mustermann, loaned on 2024-02-05, book Emma
        borrowers                                     | 2 borrower names: Max Mustermann, Zoe Reader.
        What are the titles and pages of the books written by Jane Austen? | Emma: 474 / Persuasion: 249
        Show the names of all authors in alphabetical order. | 3 names: Iain Banks, Jane Austen, Silent Author.
        Show the title of the book with the most pages. | 1 title: Matter.
        titles of books whose pages are above the average | 2 titles: Emma, Matter.
        What is the maximum and minimum pages of books? | Highest pages 593, lowest pages 249.
        For each author, show the name and the number of books. | name Iain Banks, count 1 / name Jane Austen, count 2
        Which authors are from Scotland? Give me their names and countries. | Iain Banks: Scotland
        Please show the names of authors whose country is either England or Scotland. | 2 names: Iain Banks, Jane Austen.
        countries that have more than one author      | There are none.
        titles of books published after 1900          | 1 title: Matter.
        books by Zed Nobody                           | There is no author named Zed Nobody.
        """)
    void isAnsweredFromItsOwnNames(String question, String answer) throws Exception {
        Understood understood = (Understood) library.interpret(question);

        assertThat(understood.wording().of(database.query(understood.sql())).replace("\n", " / "))
                .isEqualTo(answer);
    }

    @Test
    void knowsNoWordsOfAnotherSchema() {
        assertThat(library.interpret("revenue per customer")).isInstanceOfSatisfying(Declined.class,
                declined -> assertThat(declined.message()).contains("\"revenue\"", "\"customer\""));
    }
}
