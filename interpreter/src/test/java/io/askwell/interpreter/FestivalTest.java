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

/** A festival, whose schema has what leads astray: bare links, keys that are not declared, nouns that are verbs as well. */
class FestivalTest {
    private final Ground festival = ground();

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
        # a table's own name is meant by "name", rather than its key
        Show the dish name and the stall name.                   | Listed the dish name, stall name of dishes.
        # a noun that is a verb as well leads through no key that is called after it
        Show the book title and start date of each book order.   | Listed the book title, start date of book orders.
        # what the schema has a noun for is no command behind an article
        Find the state and fee of bands.                         | Listed the state, fee of bands.
        # a capital is a grade, and no article
        Which heads have grade A?                                | Listed heads whose grade is A.
        Which heads got an A in the crew Lights?                 | Listed heads with a leadership of the crew named Lights, and whose grade is A.
        # rows are counted, whatever names two of them have
        How many tents are there?                                | Counted food tents.
        How many heads are older than 40?                        | Counted heads whose age is more than 40.
        """)
    void isReadAsItIsMeant(String question, String reading) {
        assertThat(festival.interpret(question)).isInstanceOfSatisfying(Understood.class,
                understood -> assertThat(understood.reading()).isEqualTo(reading));
    }

    @ParameterizedTest
    @ValueSource(strings = {
            // What heads are, or that a link between a head and a crew is stored.
            "How many heads of the crews are older than 40?",
            // Links are not what their table is called after.
            "How many band stages are there?",
            // The key that is declared is not the one that is called after stages.
            "How many helpers are at the stage North?",
            // For each, or all of them.
            "What is the total fee of bands at different stages?",
            // Whose average it is, is said behind it.
            "Show the names of heads whose age is below the average age of the heads in the crew Lights.",
            // Two nouns, of which one might be a verb.
            "Show the names of stalls and books belonging to the stage North.",
            // Dates that the verb is called after are those of others.
            "Which bands registered after 2015?",
            // How many there are, is stored, though as a text.
            "Which stage has the most tickets?",
            // A plain word that something is called after is no value.
            "Show the bands that are booked.",
            // What is told is said already.
            "What is the grade of heads with grade A?",
            // Two lists, or one of pairs.
            "Show the head names and crew names of all heads.",
            // One link for two verbs.
            "Which heads led crews or managed crews?",
            // Links, or what they lead to.
            "Show the crew name and the number of different heads of each crew.",
            // Shows are on a stage as helpers are, and have nothing to do with each other.
            "Which helpers are from Arena?",
            // A band may have played several times with the same crew.
            "Which bands had more than one different crew?",
            // Another table has the word for what the rows have themselves.
            "How many helpers are there for each gender?",
            // A label's name, or a stage's.
            "Find the labels whose name contains Hill.",
            // A value twice: of whom each is said is not clear.
            "Show the stages in North, South or in Hill, Hill."})
    void isNotGuessed(String question) {
        assertThat(festival.interpret(question)).isNotInstanceOf(Understood.class);
    }

    private static Ground ground() {
        Table stage = table("stage", List.of("stage_id"), number("stage_id"),
                Ground.text("stage_name", "North", "South", "Hill"), Ground.text("label"),
                Ground.text("ticket_amount"), Ground.text("gender"));
        Table band = table("band", List.of("band_id"), number("band_id"),
                Ground.text("name"), Ground.text("state", "booked"), number("fee"), number("founded_year"));
        Table played = table("band_stage", List.of("band_id", "stage_id"), number("band_id"), number("stage_id"));
        Table helper = table("helper", List.of("helper_id"), number("helper_id"), Ground.text("name"),
                number("stage_id"), number("first_stage"), number("register_year"), Ground.text("sex"));
        Table head = table("head", List.of("head_id"), number("head_id"), Ground.text("name"), number("age"),
                Ground.text("grade", "A", "B"));
        Table crew = table("crew", List.of("crew_id"), number("crew_id"), Ground.text("name", "Lights", "Sound"));
        Table leads = table("leadership", List.of("head_id", "crew_id"), number("head_id"), number("crew_id"));
        Table stall = table("stall", List.of("stall_id"), number("stall_id"), Ground.text("stall_name"),
                number("stage_id"));
        Table dish = table("dish", List.of("common_name"), Ground.text("common_name"), Ground.text("dish_name"),
                number("stall_id"));
        Table book = table("book_stand", List.of("stand_id"), number("stand_id"), Ground.text("book_title"),
                number("stage_id"));
        Table order = table("book_orders", List.of("book_order_id"), number("book_order_id"), number("stand_id"),
                Ground.column("start_date", Kind.DATE));
        Table sale = table("ticket_sale", List.of("sale_id"), number("sale_id"), number("stage_id"));
        Table gig = table("gig", List.of("gig_id"), number("gig_id"), number("band_id"), number("crew_id"));
        Table show = table("show_plan", List.of("show_id"), number("show_id"), number("stage_id"), number("crew_id"),
                Ground.text("hall", "Arena"));
        Table tent = table("food_tent", List.of("tent_id"), number("tent_id"), Ground.text("tent_name", "Red"));
        Table owner = table("tent_owner", List.of("owner_id"), number("owner_id"), Ground.text("tent_owner_name"));
        Table view = table("stock", List.of("stock_id"), number("stock_id"), number("book_order_id"),
                number("stand_id"));
        return new Ground(
                new Schema(
                        List.of(stage, band, played, helper, head, crew, leads, stall, dish, book, order, view, sale,
                                gig, show, tent, owner),
                        List.of(link(gig, "band_id", band, "band_id"), link(gig, "crew_id", crew, "crew_id"),
                                link(show, "stage_id", stage, "stage_id"), link(show, "crew_id", crew, "crew_id"),
                                link(played, "band_id", band, "band_id"), link(played, "stage_id", stage, "stage_id"),
                                link(helper, "first_stage", stage, "stage_id"), link(leads, "head_id", head, "head_id"),
                                link(leads, "crew_id", crew, "crew_id"), link(dish, "stall_id", stall, "stall_id"),
                                link(stall, "stage_id", stage, "stage_id"), link(book, "stage_id", stage, "stage_id"),
                                link(order, "stand_id", book, "stand_id"), link(sale, "stage_id", stage, "stage_id"),
                                link(view, "book_order_id", order, "book_order_id"),
                                link(view, "stand_id", book, "stand_id"))),
                Ground.TODAY, Synonyms.none());
    }
}
