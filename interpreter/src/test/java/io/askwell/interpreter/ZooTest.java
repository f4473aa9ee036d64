package io.askwell.interpreter;

import static io.askwell.interpreter.Ground.number;
import static org.assertj.core.api.Assertions.assertThat;

import io.askwell.domain.agent.Interpretation.Declined;
import io.askwell.domain.agent.Interpretation.Understood;
import io.askwell.domain.agent.Schema;
import io.askwell.domain.agent.Schema.Column;
import io.askwell.domain.agent.Schema.ForeignKey;
import io.askwell.domain.agent.Schema.Kind;
import io.askwell.domain.agent.Schema.Table;
import io.askwell.domain.agent.Schema.TableName;
import io.askwell.interpreter.synonyms.Synonyms;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A zoo, in whose schema many a word fits two things: what is told of it is one of them beyond doubt, or nothing. */
class ZooTest {
    private final Ground zoo = ground();

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
        # rows that have names are counted, and not how many different names there are
        Count the number of gates.                               | Counted park gates.
        How many different gate names are there?                 | Counted the different values of gate name of park gates.
        # who holds a text in a column of its own is not looked for by way of others
        Show the animals from Aalborg.                           | Listed the different animal of seasons whose park is Aalborg.
        # a verb that no key is called after follows the only one
        Show the names of keepers who work in the enclosure Lake. | Listed the name of keepers of the enclosure named Lake.
        # both are asked for, where what is told is the name of each
        Show the titles of films with director Hill or Meyer.    | Listed the title of films whose director is Hill or Meyer.
        # each once, where different ones are asked for
        Show the different names of suppliers of kiosks whose no of visitors is more than 100. | Listed the different name of suppliers with a supply of kiosks whose no of visitors is more than 100.
        # a column whose whole name is said
        What is the keeper address of keeper 10?                 | Listed the keeper address of keepers whose keeper id is exactly 10.
        """)
    void isReadAsItIsMeant(String question, String reading) {
        assertThat(zoo.interpret(question)).isInstanceOfSatisfying(Understood.class,
                understood -> assertThat(understood.reading()).isEqualTo(reading));
    }

    @ParameterizedTest
    @ValueSource(strings = {
            // A column, or one of the rows that keepers are linked with.
            "What is the address of keeper 10?",
            // A number that is stored, or rows of `follows`.
            "Show the names of keepers who have more than one follower.",
            // Not those who work there: it has a `manager_id`, which is not declared.
            "Show the names of keepers who manage the enclosure Lake.",
            // A newspaper that is not stored, or that of a critic who is not.
            "How many critics does the newspaper of Zed Forest have?",
            // Of both directors, or of either.
            "Show the studios of films with director Hill and Meyer.",
            // One number for all of them, or each one's.
            "Find the number of visitors of the kiosks in Oslo.",
            // One photo of several, or none of them.
            "Show the names of animals whose photo is not taken by a camera of brand Nikon.",
            // A visitor's own rents, or those of an address.
            "Show the names of visitors whose address has the highest average rent of lodgings.",
            // The different values of a column, or the rows of a table.
            "Show all diet types.",
            // An order is no verb.
            "Show the name of the keeper who made an order most recently.",
            // What is told is not narrowed by what is told with it.
            "List the home ids and their related keepers of all follows.",
            // Codes are what columns hold, and no rows.
            "What are the codes of kiosks?",
            // What is left out are films, or ratings.
            "What is the average stars of ratings for each film not rated by Ann?",
            // The city of the kiosk with the most suppliers is not the one that has the most.
            "Find the city that the most suppliers work in.",
            // Each kiosk by its name, or each stand.
            "Show the total weight of supplies for each kiosk stand.",
            // From films to critics and back to other films.
            "Show the titles of films rated by critics who rated the film Jaws.",
            // Too many steps of which nothing is said.
            "Show the brands of cameras with photos of animals in enclosures with keepers with homes.",
            // Each once, or with each of the kiosks.
            "Show the names of suppliers of kiosks whose no of visitors is more than 100.",
            // A figure that the second sentence does not tell.
            "What are the species and the number of animals for each species? List the species."})
    void isNotGuessed(String question) {
        assertThat(zoo.interpret(question)).isNotInstanceOf(Understood.class);
    }

    @Test
    void aRefusalSaysHowTheQuestionCouldBeTaken() {
        assertThat(zoo.interpret("Show all diet types.")).isInstanceOfSatisfying(Declined.class,
                declined -> assertThat(declined.message()).startsWith("I could take that so: \"Listed ")
                        .endsWith("But it leaves open what is meant. Please say it more exactly."));
    }

    private static Ground ground() {
        Table enclosure = table("enclosure", number("enclosure_id"), Ground.text("name", "Savanna", "Lake"),
                number("manager_id"), number("area"));
        Table keeper = table("keeper", number("keeper_id"), Ground.text("name", "Ann Berg", "Bo Carl"),
                Ground.text("keeper_address"), number("followers"), Ground.column("employed_on", Kind.DATE),
                number("enclosure_id"));
        Table follow = table("follows", number("follow_id"), number("keeper_id"));
        Table address = table("addresses", number("address_id"), Ground.text("street"));
        Table home = table("home", number("home_id"), number("keeper_id"), number("address_id"));
        Table visitor = table("visitor", number("visitor_id"), Ground.text("name"), number("address_id"));
        Table lodging = table("lodging", number("lodging_id"), number("visitor_id"), number("address_id"),
                number("rent"));
        Table gate = table("park_gates", number("gate_no"), Ground.text("gate_name"), number("address_id"));
        Table lock = table("gate_locks", number("lock_no"), number("gate_no"));
        Table visit = table("visit", number("visit_id"), number("gate_no"), number("address_id"));
        Table animal = table("animal", number("animal_id"), Ground.text("name"),
                Ground.text("species", "Lion", "Otter"),
                number("enclosure_id"));
        Table season = table("season", number("season_id"), Ground.text("animal"), Ground.text("park", "Aalborg"),
                number("enclosure_id"));
        Table camera = table("camera", number("camera_id"), Ground.text("brand", "Nikon", "Canon"));
        Table photo = table("photo", number("photo_id"), number("animal_id"), number("camera_id"));
        Table film = table("film", number("film_id"), Ground.text("title", "Jaws", "Free Willy"), Ground.text("studio"),
                Ground.text("director", "Hill", "Meyer", "Lee"));
        Table critic = table("critic", number("critic_id"), Ground.text("name", "Ann", "Bo"), number("newspaper_id"));
        Table newspaper = table("newspaper", number("newspaper_id"), Ground.text("name"));
        Table rating = table("rating", number("rating_id"), number("film_id"), number("critic_id"), number("stars"));
        Table budget = table("budget_codes", number("budget_no"), Ground.text("explanation"));
        Table kiosk = table("kiosk", number("stand_id"), Ground.text("name"), Ground.text("city", "Oslo"),
                number("no_of_visitors"), number("budget_no"));
        Table supplier = table("supplier", number("supplier_id"), Ground.text("name"));
        Table supply = table("supply", number("supply_id"), number("stand_id"), number("supplier_id"),
                number("weight"));
        Table food = table("food_orders", number("food_order_id"), number("keeper_id"));
        Table hay = table("hay_orders", number("hay_order_id"), number("keeper_id"));
        Table diet = table("diet_type", Ground.text("diet"), Ground.text("diettype"));
        return new Ground(new Schema(
                List.of(enclosure, keeper, follow, address, home, visitor, lodging, gate, lock, visit, animal, season,
                        camera,
                        photo, film, critic, newspaper, rating, budget, kiosk, supplier, supply, food, hay, diet),
                List.of(key(keeper, enclosure), key(follow, keeper), key(home, keeper), key(home, address),
                        key(visitor, address), key(lodging, visitor), key(lodging, address), key(gate, address),
                        key(visit, gate), key(visit, address), key(animal, enclosure), key(season, enclosure),
                        key(photo, animal), key(photo, camera), key(rating, film), key(rating, critic),
                        key(critic, newspaper), key(lock, gate),
                        key(kiosk, budget), key(supply, kiosk), key(supply, supplier), key(food, keeper),
                        key(hay, keeper))),
                Ground.TODAY, Synonyms.none());
    }

    /** By the column that the other is told apart by, which both have. */
    private static ForeignKey key(Table from, Table to) {
        return new ForeignKey(from.name(), to.primaryKey(), to.name(), to.primaryKey());
    }

    private static Table table(String name, Column key, Column... columns) {
        List<Column> all = Stream.concat(Stream.of(key), Arrays.stream(columns))
                .toList();
        return new Table(new TableName("public", name), "", all, List.of(key.name()));
    }
}
