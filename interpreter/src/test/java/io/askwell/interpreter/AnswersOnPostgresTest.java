package io.askwell.interpreter;

import static org.assertj.core.api.Assertions.assertThat;

import io.askwell.domain.agent.Interpretation;
import io.askwell.domain.agent.Interpretation.Understood;
import net.sf.jsqlparser.parser.CCJSqlParserUtil;
import net.sf.jsqlparser.statement.select.Select;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;

/** Questions about the sample shop, answered from a real Postgres. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class AnswersOnPostgresTest {
    private final Ground ground = Ground.customers();
    private ShopDatabase database;

    @BeforeAll
    void start() throws Exception {
        database = new ShopDatabase();
    }

    @AfterAll
    void stop() throws Exception {
        database.close();
    }

    @ParameterizedTest(name = "{0}")
    @CsvFileSource(resources = "answered.csv", delimiter = '|', maxCharsPerColumn = 2_000)
    void answersRightly(String question, String answer) throws Exception {
        assertThat(answer(ground.interpret(question))).isEqualTo(answer);
    }

    @ParameterizedTest(name = "{0}")
    @CsvFileSource(resources = "answered.csv", delimiter = '|', maxCharsPerColumn = 2_000)
    void writesOnePlainSelect(String question, String answer) throws Exception {
        String sql = ((Understood) ground.interpret(question)).sql();

        assertThat(sql).doesNotContain(";");
        assertThat(CCJSqlParserUtil.parseStatements(sql)).singleElement().isInstanceOf(Select.class);
        assertThat(CCJSqlParserUtil.parse(sql).toString()).as("what the gate writes anew").isEqualTo(sql);
    }

    @Test
    void keepsEveryoneWhoTies() throws Exception {
        try (ShopDatabase tied = new ShopDatabase()) {
            tied.run("INSERT INTO orders (customer_id, order_date, total_amount) VALUES (2, '2024-07-21', 300.01)");
            Understood most = (Understood) ground.interpret("Who spent the most?");

            assertThat(most.wording().of(tied.query(most.sql()))).isEqualTo("""
                2 share the highest sum of the total amount of orders:
                Alice Wonderland: 400.00
                Bob Builder: 400.00""");
        }
    }

    @Test
    void keepsToThePlacesThatWereAskedFor() throws Exception {
        try (ShopDatabase shop = new ShopDatabase()) {
            shop.run(
                    "INSERT INTO address (customer_id, type, city, country) VALUES (2, 'shipping', 'Paris', 'France')");
            Understood cities = (Understood) ground.interpret("names and cities of customers from USA");
            Understood counts = (Understood) ground.interpret("customers per city in USA");

            assertThat(cities.wording().of(shop.query(cities.sql())))
                    .isEqualTo("Bob Builder: Buildtown\nCharlie Test: Testville");
            assertThat(counts.wording().of(shop.query(counts.sql()))).endsWith("Buildtown: 1\nTestville: 1");
        }
    }

    @Test
    void looksUpANameThatCameToBeStoredMeanwhile() throws Exception {
        try (ShopDatabase later = new ShopDatabase()) {
            Understood lookup = (Understood) ground.interpret("How many orders has Zed Nobody made?");
            later.run("INSERT INTO customer (name, email) VALUES ('Zed Nobody', 'zed@example.com')");

            assertThat(lookup.wording().of(later.query(lookup.sql())))
                    .isEqualTo("There is a customer named Zed Nobody now. Please ask again.");
        }
    }

    @Test
    void takesQuotesAndBackslashesInNamesAsTheyAre() throws Exception {
        String name = "O'Brien \\ Sons";
        try (ShopDatabase shop = new ShopDatabase()) {
            shop.run("INSERT INTO customer (name, email) VALUES ('O''Brien \\ Sons', 'ob@example.com')");

            Interpretation found = Ground.customersNamed(name).interpret("email of O'Brien \\ Sons");

            assertThat(((Understood) found).wording().of(shop.query(((Understood) found).sql())))
                    .isEqualTo("O'Brien \\ Sons's email is ob@example.com.");
        }
    }

    private String answer(Interpretation interpretation) throws Exception {
        assertThat(interpretation).isInstanceOf(Understood.class);
        Understood understood = (Understood) interpretation;
        return understood.wording().of(database.query(understood.sql())).replace("\n", " / ");
    }
}
