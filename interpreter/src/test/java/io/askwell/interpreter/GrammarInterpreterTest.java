package io.askwell.interpreter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import io.askwell.domain.agent.Interpretation;
import io.askwell.domain.agent.Interpretation.Ambiguous;
import io.askwell.domain.agent.Interpretation.Declined;
import io.askwell.domain.agent.Interpretation.Understood;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class GrammarInterpreterTest {
    private final Ground shop = Ground.customers();

    @ParameterizedTest(name = "{0}")
    @CsvFileSource(resources = "read.csv", delimiter = '|', maxCharsPerColumn = 2_000)
    void saysHowItReadsAndWhatItRuns(String question, String reading, String sql) {
        Understood understood = (Understood) shop.interpret(question);

        assertThat(understood.reading()).isEqualTo(reading);
        assertThat(understood.sql()).isEqualTo(sql);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        Which customer will churn next month?            | "churn"
        premium customers                                | "premium"
        what is the weather today?                       | "weather"
        delete all customers                             | "delete"
        the second order                                 | "order"
        orders in May                                    | "May"
        list customers by country                        | "country"
        customers in Atlantis                            | "Atlantis"
        percentage of customers with orders              | "percentage"
        orders in the USA and some quux                  | "quux"
        how many orders has zed nobody made              | "zed", "nobody"
        orders over 100%                                 | "%"
        Which customers spent more than Alice?           | "Alice"
        orders larger than most                          | "most"
        average number of orders per customer            | "customer"
        average orders per customer                      | "customer"
        customers and orders                             | "orders"
        how many customers and orders are there          | "there"
        customers whose total amount is over 200         | "over"
        orders before Alice's last order                 | "before"
        show orders by date                              | "date"
        show the top customer                            | "customer"
        who?                                             | "who"
        does anyone live in Atlantis?                    | "Atlantis"
        orders from June                                 | "June"
        Is Alice a customer?                             | "customer"
        email of the customer who spent the most         | "most"
        orders in 2024 and 2023                          | "2023"
        """, quoteCharacter = '`')
    void declinesNamingTheWord(String question, String words) {
        assertThat(shop.interpret(question)).isInstanceOfSatisfying(Declined.class,
                declined -> assertThat(declined.message()).contains(words));
    }

    @ParameterizedTest
    @CsvSource({"list all custmers, customers", "custommer emails, customer", "customers in Wonderlnd, Wonderland",
            "total amuont of orders, amount"})
    void offersNearWords(String question, String near) {
        assertThat(shop.interpret(question)).isInstanceOfSatisfying(Declined.class,
                declined -> assertThat(declined.message()).contains("Did you mean").contains('"' + near + '"'));
    }

    @Test
    void asksWhichOfSeveralNamesIsMeant() {
        Interpretation bobs = Ground.customersNamed("Bob Builder", "Bob Stone")
                .interpret("How many orders has Bob made?");

        assertThat(bobs).isInstanceOfSatisfying(Ambiguous.class, ambiguous -> {
            assertThat(ambiguous.readings()).containsExactly("Counted orders of the customer named Bob Builder.",
                    "Counted orders of the customer named Bob Stone.");
            assertThat(ambiguous.message()).contains("Bob Builder").contains("Bob Stone");
        });
    }

    @Test
    void prefersAWholeNameToAPartOfOne() {
        Interpretation bob = Ground.customersNamed("Bob", "Bob Stone").interpret("How many orders has Bob made?");

        assertThat(((Understood) bob).reading()).isEqualTo("Counted orders of the customer named Bob.");
    }

    @Test
    void takesAPlaceForAPlaceEvenIfSomebodyIsNamedSo() {
        Interpretation there = Ground.customersNamed("Wonderland", "Bob").interpret("customers in Wonderland");

        assertThat(((Understood) there).reading())
                .isEqualTo("Listed customers with an address whose city is Wonderland.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"?", "...", "\u2026", "'", "\"\"", "\\", "''s", "a", "the", "-- ;", "\uD83D\uDE42",
            "\u00bfQu\u00e9?",
            "\u0130stanbul'da ka\u00e7 m\u00fc\u015fteri var", "' OR 1=1 --", "orders\tof\nAlice's'", "0", "-1", "1e9",
            "()", "%s", "{0}", "$1"})
    void survivesOddInput(String question) {
        assertThat(shop.interpret(question)).isNotNull();
    }

    @ParameterizedTest
    @ValueSource(strings = {"orders of ", "orders of customers with ", "customers with orders of ", "Alice and ",
            "who ",
            "(((((", "not ", "1,", "customers who have orders who have ", "in June 2024 ", "Zed ", "\uD83D\uDE42 "})
    void endsSoonOnLongInput(String part) {
        for (int words : new int[]{20, 59, 2_000}) {
            String question = part.repeat(words / Math.max(1, part.split(" ").length)).strip();
            String bounded = question.substring(0, Math.min(2_000, question.length()));

            assertTimeoutPreemptively(Duration.ofMinutes(1), () -> assertThat(shop.interpret(bounded)).isNotNull());
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"Orders of Robert'); DROP TABLE customer;--",
            "customers named \"x'; DROP TABLE customer; --\"",
            "customers whose city is \"x\\'; DROP TABLE customer; --\""})
    void letsNoTextOutOfItsQuotes(String question) {
        if (shop.interpret(question) instanceof Understood(var sql, var reading, var wording)) {
            assertThat(sql.replaceAll("'(?:[^']|'')*'", "TEXT")).doesNotContainIgnoringCase("drop").doesNotContain("'");
        }
    }

    @Test
    void givesTheSameReadingEachTime() {
        Understood once = (Understood) shop.interpret("customers from USA with orders over 50");
        Understood again = (Understood) shop.interpret("customers from USA with orders over 50");

        assertThat(again.sql()).isEqualTo(once.sql());
        assertThat(again.reading()).isEqualTo(once.reading());
    }
}
