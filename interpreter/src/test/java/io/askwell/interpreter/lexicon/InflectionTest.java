package io.askwell.interpreter.lexicon;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class InflectionTest {

    @ParameterizedTest
    @CsvSource({"order, orders", "city, cities", "address, addresses", "person, people", "box, boxes", "day, days",
            "branch, branches", "status, statuses", "child, children", "series, series"})
    void knowsBothNumbersOfANoun(String singular, String plural) {
        assertThat(Inflection.plural(singular)).isEqualTo(plural);
        assertThat(Inflection.singular(plural)).isEqualTo(singular);
        assertThat(Inflection.singular(singular)).isEqualTo(singular);
    }

    @ParameterizedTest
    @CsvSource({"place, placed", "place, placing", "live, lives", "make, made", "make, making", "spend, spent",
            "ship, shipped", "order, ordered", "carry, carried", "buy, bought", "visit, visited"})
    void knowsTheFormsOfAVerb(String base, String form) {
        assertThat(Inflection.verbForms(base)).contains(base, form);
    }
}
