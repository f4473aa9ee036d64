package io.askwell.interpreter;

import static org.assertj.core.api.Assertions.assertThat;

import io.askwell.domain.agent.Interpretation;
import io.askwell.domain.agent.Interpretation.Understood;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A line for each rule of the grammar, with the rows that come back from a database no rule was made for. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class OrchestraTest {
    private final Ground orchestra = Orchestra.ground();
    private ShopDatabase database;

    @BeforeAll
    void start() throws Exception {
        database = new ShopDatabase();
        database.run(Orchestra.SQL);
    }

    @AfterAll
    void stop() throws Exception {
        database.close();
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', quoteCharacter = '`', emptyValue = "", textBlock = """
        # what names things answers a question for them, a ranking is told without the numbers that made it
        Which musicians are older than 40?                                   | Bo, Carl / Cy, Dahl
        Which concerts have no reviews?                                      | Summer Gala
        Which hall has the most concerts?                                    | North
        Who is the oldest musician?                                          | Bo, Carl
        # a column or a table by a part of its name
        Show the towns of musicians who play the cello.                      | Bergen
        Show the title and price of the concerts in the hall South.          | Winter Night, 35
        # all the values of a column are told once, what each row has as often as there are rows
        Show all instruments.                                                | cello / trumpet / violin
        Show all home towns of musicians.                                    | Bergen / Oslo
        Show all section colours.                                            | blue / red
        Show the halls of concerts.                                          | North / North / South
        What are the halls with a ticket price lower than 30?                | North / North
        # first and last names
        What is the age of Ann Berg?                                         | 30
        Find the titles of concerts conducted by Ann Berg.                   | Spring Gala / Summer Gala
        Find the titles of the concerts that Ann Berg conducted.             | Spring Gala / Summer Gala
        # a verb leads through the table that is called after it
        Find the titles of the concerts that Bo Carl appeared in.            | Spring Gala / Winter Night
        What are the first names of the musicians who appeared in the concert Winter Night? | Bo / Cy
        # whatever words tie what is said to its noun
        What are the names of sections on floor 2?                           | Brass / Choir
        What are the names of sections without any musicians?                | Choir
        What are the first names of musicians who are older than 50 or play the trumpet? | Bo / Cy
        What is the number of reviews for the concert "Spring Gala"?         | 2
        How many reviews have more than 3 stars?                             | 2
        # all that is known, column by column
        Show all the information about the sections on floor 1.              | 1, Strings, 1, red
        What are the details of the sponsor City Lights?                     | 2, City Lights, 40
        # verbs that say no more than that one belongs to the other
        Which home towns are shared by at least two musicians?               | Bergen / Oslo
        Find the titles of the concerts that happened in 2023.               | Winter Night
        Which sponsors have assisted patrons?                                | Fjord Bank
        # another English noun for the schema's
        Show the ticket costs of the concerts in the hall South.             | 35
        Show the surnames of the musicians whose hometown is Oslo.           | Berg / Dahl
        Show the section colors.                                             | blue / red / red
        # what kind of value a column holds may be said, and says nothing
        What is the average age value of the musicians?                      | 37
        How many kinds of concerts are there?                                | 3
        How many sections can Bo Carl play in?                               | 1
        # superlatives, wherever they stand
        List the first names of musicians who play in the section with the most musicians. | Ann / Bo / Di
        What are the titles of the two concerts with the highest ticket price? | Spring Gala / Winter Night
        Return the title of the concert with the highest ticket price.       | Winter Night
        What is the title of the latest concert?                             | Summer Gala
        Show the title and hall of the cheapest concert.                     | Summer Gala, North
        Show the critics of the concert with the highest ticket price.       | Ida
        Show the critics of the concert with the lowest ticket price.        | ``
        # a number that is stored, rather than a count of the rows that happen to be known
        Which sponsor has the most patrons?                                  | City Lights
        # groups
        How many musicians are there in each home town?                      | Bergen, 2 / Oslo, 2
        What are the instruments and the number of musicians that play each instrument? | cello, 1 / trumpet, 1 / violin, 2
        Show each instrument and the average age of the musicians who play it. | cello, 52 / trumpet, 41 / violin, 27.5
        Show the name of each section and the number of musicians.           | Brass, 1 / Strings, 3
        What is the average number of stars for each concert?                | Spring Gala, 4 / Winter Night, 4
        Which instruments are played by at least two musicians?              | violin
        What is the most common instrument among musicians?                  | violin
        Which home town has the fewest musicians?                            | Bergen / Oslo
        # columns of two tables
        For each concert, show its title and hall.                           | Spring Gala, North / Summer Gala, North / Winter Night, South
        Show the first names of musicians and the names of the sections they belong to. | Ann, Strings / Bo, Strings / Cy, Brass / Di, Strings
        # where both tables are named, each row of either is told
        Show the names of sections and the home towns of musicians.          | Brass, Oslo / Strings, Bergen / Strings, Bergen / Strings, Oslo
        Show the titles and the conductors of all concerts.                  | Spring Gala, 1 / Summer Gala, 1 / Winter Night, 3
        # both of two things, values that rows share
        What are the first names of musicians who appeared in both Spring Gala and Winter Night? | Bo
        Show the home towns that have both musicians older than 50 and musicians younger than 30. | Bergen
        Show the home towns that have no musicians older than 50.            | Oslo
        # parts of texts, figures over all rows, order
        Show the titles of concerts whose title contains the word "Gala".    | Spring Gala / Summer Gala
        Show the titles of concerts whose title starts with "W".             | Winter Night
        What are the titles of the concerts whose ticket price is above the average? | Winter Night
        List the titles of concerts in ascending order of ticket price.      | Summer Gala / Spring Gala / Winter Night
        List the halls and titles of concerts sorted by hall and ticket price. | North, Summer Gala / North, Spring Gala / South, Winter Night
        What are the names of sections, sorted by the number of musicians?   | Brass / Strings
        What are the first names of musicians in ascending order of the floor of the section and age? | Di / Ann / Bo / Cy
        What are the titles of concerts whose ticket price is lower than the average of all ticket prices? | Spring Gala / Summer Gala
        What are the first names of musicians whose age is younger than 30?  | Di
        # texts in a column stand for what they name, and for the rows that hold them
        What are the names of the critics with at least two reviews?         | Ida
        What is the average age and the maximum age across all musicians?    | 37, 52
        # the first and the last in time
        What is the title of the concert held most recently?                 | Summer Gala
        # over so much or under so much
        Show the first names of musicians whose age is over 50 or under 30.  | Bo / Di
        Show the first names of musicians who are older than 50 or younger than 30. | Bo / Di
        How many musicians are 41 years old?                                 | 1
        Show the first names of musicians who are at least 50 years old.     | Bo
        # told in a sentence of its own
        How many musicians does each section have? List the floor and the number of musicians. | 1, 3 / 2, 1
        Which section has the most musicians? Show the floor of the section. | 1
        Which musicians play the violin? Give me their last names.           | Berg / Ek
        Which musicians play the violin? Give me their last names in ascending order of age. | Ek / Berg
        How many musicians does each section have? List the musician count and the section name. | Brass, 1 / Strings, 3
        # what it is for, first; the same rows, said twice
        For each instrument, what is the average age?                        | cello, 52 / trumpet, 41 / violin, 27.5
        Show the instruments of musicians and the number of musicians with each instrument. | cello, 1 / trumpet, 1 / violin, 2
        What is the average age of musicians for each instrument and what are those instruments? | cello, 52 / trumpet, 41 / violin, 27.5
        Show the instruments and the number of musicians for all instruments that have at least two musicians. | violin, 2
        Find the number and average age of musicians for each instrument.    | cello, 1, 52 / trumpet, 1, 41 / violin, 2, 27.5
        # two values of the same column, names that are linked
        Which home towns have both violin and cello musicians?               | Bergen
        Show the titles of the concerts with Finlandia.                      | Spring Gala / Winter Night
        Show the titles of the concerts with Finlandia and Bolero.           | Spring Gala
        Show the titles of the concerts that have both Finlandia and Bolero as pieces. | Spring Gala
        # the value that most rows have
        Show the first names of musicians with the most popular instrument.  | Ann / Di
        Which instrument is played most often?                               | violin
        """)
    void tellsJustWhatIsAskedFor(String question, String rows) throws Exception {
        Interpretation interpretation = orchestra.interpret(question);

        assertThat(interpretation).isInstanceOf(Understood.class);
        assertThat(rows(((Understood) interpretation).sql())).isEqualTo(rows);
    }

    /** Each has a word that nothing explains, or leaves open what is meant. */
    @ParameterizedTest
    @ValueSource(strings = {"Which musicians are happy?", "What is the salary of each musician?",
            "What is the address of each musician?", "Which musicians were born in 1990?", "Who will play tomorrow?",
            "Why did Ann Berg leave?", "Show the first name of the youngest musician in each section.",
            "Which musicians have the best concerts?", "How many patrons does each sponsor have?",
            "Show the average age of musicians playing violin and cello and trumpet.",
            "Show concerts without an orchestra.", "Show the musicians who did not rehearse.",
            "How many reviews have appearances?", "Which musicians have more than 2 sections?",
            "Show the critics of the reviews in Concert Hall.", "Show the sponsor from Concert Hall.",
            "Show the name of the section with the highest age of musicians.",
            "Show the instruments shared by musicians from Oslo and Bergen.", "Show all the information about Oslo.",
            // They conduct concerts, and appear in others: which is meant?
            "What are the first names of musicians with more than one concert?",
            "Which musicians have no concerts?",
            // None of their reviews is by Ida, or one is not.
            "Show the titles of the concerts whose review is not by Ida.",
            "Show the names of the sections whose musicians are not from Oslo.",
            // Those of another concert, or those where no such concert is.
            "Show all halls which do not belong to the concert Spring Gala.",
            "Show the titles of concerts with at most two reviews.", "Show the titles of concerts that have reviews."})
    void isNotGuessed(String question) {
        assertThat(orchestra.interpret(question)).isNotInstanceOf(Understood.class);
    }

    private String rows(String sql) throws Exception {
        return database.query(sql).values().stream()
                .map(row -> row.stream().map(OrchestraTest::text).collect(Collectors.joining(", ")))
                .collect(Collectors.joining(" / "));
    }

    private static String text(@Nullable Object cell) {
        return cell instanceof BigDecimal number
                ? number.setScale(4, RoundingMode.HALF_UP).stripTrailingZeros().toPlainString()
                : String.valueOf(cell);
    }
}
