package io.askwell.interpreter;

import static io.askwell.interpreter.Ground.link;
import static io.askwell.interpreter.Ground.number;
import static io.askwell.interpreter.Ground.table;
import static org.assertj.core.api.Assertions.assertThat;

import io.askwell.domain.agent.Interpretation.Understood;
import io.askwell.domain.agent.Schema;
import io.askwell.domain.agent.Schema.Kind;
import io.askwell.domain.agent.Schema.Table;
import io.askwell.interpreter.synonyms.Synonyms;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A bakery: people with titles and dates of birth, two ways from bakers to shifts, names that are words as well. */
class BakeryTest {
    private final Ground bakery = ground();

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
        # the verb leads through what lies between, whatever the ends are called after
        List the dates of the shifts that Drew Berg worked. | Listed the shift date of shifts with a works shift of bakers whose first name is Drew, and whose last name is Berg.
        # somebody's title is no name
        Which bakers have the title Master?                 | Listed bakers whose title is Master.
        # a name that is a verb as well, a longer value before a shorter one
        What is the wage of Drew?                           | Listed the different wage of bakers whose first name is Drew.
        Show the price of the Rye Loaf.                     | Listed the price of the bread named Rye Loaf.
        # who is younger was born later
        Who is the youngest baker?                          | Found the latest baker, by birth date.
        What is the title of the oldest baker?              | Listed the title of bakers, and kept the lowest by birth date.
        Which bakers are older than Drew Berg?              | Listed bakers whose birth date is less than the birth date of the one whose first name is Drew and last name is Berg.
        # against the one of a name
        Which breads are more expensive than the Rye Loaf?  | Listed breads whose price is more than the price of the one whose bread name is Rye Loaf.
        Which bakers earn less than Drew Berg?              | Listed bakers whose wage is less than the wage of the one whose first name is Drew and last name is Berg.
        Show the names of breads whose price is higher than that of Rye. | Listed the bread name of breads whose price is more than the price of the one whose bread name is Rye.
        # numbers that they have, not how many there are
        List the numbers of the shifts.                     | Listed the shift no of shifts.
        # a number with its unit
        Which bakers weigh more than 80 kg?                 | Listed bakers whose weight kg is more than 80.
        # one of both
        Show the last name of each baker and the number of shifts he or she worked. | Listed the last name, number of rows of shifts for each baker id, last name.
        # a value in the plural stands for the rows that have it
        What is the average wage of the apprentices?        | Averaged the wage of bakers whose title is Apprentice.
        Show the last names of bakers who are masters.      | Listed the last name of bakers whose title is Master.
        # columns of yes and no are adjectives
        Show the prices of the glazed breads.               | Listed the price of breads whose glazed is yes.
        How many breads are not vegan?                      | Counted breads whose is vegan is not true.
        # what is done to all of them says nothing
        How many bills were made?                           | Counted bills.
        # rows that two ways lead to are not told
        Show all batches.                                   | Listed batches.
        """)
    void isReadAsItIsMeant(String question, String reading) {
        assertThat(bakery.interpret(question)).isInstanceOfSatisfying(Understood.class,
                understood -> assertThat(understood.reading()).isEqualTo(reading));
    }

    @ParameterizedTest
    @ValueSource(strings = {
            // One bill of more than 100, or all of them.
            "Which customers got bills over 100 in total?",
            "Which customers have bills whose amount is more than 100 in total?",
            // Each one's highest is not the highest of all.
            "Show the shifts with the latest shift date for each baker.",
            // Whom she taught is not by whom she was taught.
            "Show the bakers taught by Drew Berg.",
            // Something is said of the bill.
            "Which customers have a delayed bill?",
            // Their number, or numbers that they do not have.
            "List the numbers of the breads.",
            // No age is stored.
            "Which bakers are older than 40?",
            // No name that is not stored.
            "Show the breads of Drew Berg."})
    void isNotGuessed(String question) {
        assertThat(bakery.interpret(question)).isNotInstanceOf(Understood.class);
    }

    private static Ground ground() {
        Table baker = table("baker", List.of("baker_id"), number("baker_id"), Ground.text("first_name", "Drew", "Ida"),
                Ground.text("last_name", "Berg", "Holm"), Ground.text("title", "Master", "Apprentice"),
                Ground.column("birth_date", Kind.DATE), number("wage"), number("weight_kg"), number("taught_by"));
        Table shift = table("shift", List.of("shift_no"), number("shift_no"), number("chief_id"),
                Ground.column("shift_date", Kind.DATE));
        Table works = table("works_shift", List.of("baker_id", "shift_no"), number("baker_id"), number("shift_no"));
        Table bread = table("bread", List.of("bread_id"), number("bread_id"),
                Ground.text("bread_name", "Rye", "Rye Loaf"),
                number("price"), Ground.text("glazed", "yes", "no"), Ground.column("is_vegan", Kind.BOOLEAN));
        Table customer = table("customer", List.of("customer_id"), number("customer_id"), Ground.text("customer_name"));
        Table bill = table("bill", List.of("bill_id"), number("bill_id"), number("customer_id"), number("amount"));
        Table oven = table("oven", List.of("oven_id"), number("oven_id"), Ground.text("oven_name"));
        Table batch = table("batch", List.of("batch_no"), number("batch_no"), number("first_oven"), number("loaves"));
        Table baked = table("batch_oven", List.of("batch_no", "oven_id"), number("batch_no"), number("oven_id"));
        return new Ground(new Schema(List.of(oven, batch, baked, baker, shift, works, bread, customer, bill),
                List.of(link(batch, "first_oven", oven, "oven_id"), link(baked, "batch_no", batch, "batch_no"),
                        link(baked, "oven_id", oven, "oven_id"), link(shift, "chief_id", baker, "baker_id"),
                        link(works, "baker_id", baker, "baker_id"),
                        link(works, "shift_no", shift, "shift_no"),
                        link(bill, "customer_id", customer, "customer_id"))),
                Ground.TODAY, Synonyms.none());
    }
}
