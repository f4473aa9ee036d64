package io.askwell.interpreter.lexicon;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class OrdinalsTest {
    @ParameterizedTest
    @CsvSource({"first, 1", "second, 2", "tenth, 10", "2nd, 2", "11th, 11", "21st, 21"})
    void findsThePlaceThatAWordSays(String word, int place) {
        assertThat(Ordinals.place(word)).hasValue(place);
    }

    @ParameterizedTest
    @ValueSource(strings = {"two", "2", "0th", "last", ""})
    void findsNoPlaceInOtherWords(String word) {
        assertThat(Ordinals.place(word)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"2, second", "10, tenth", "11, 11th", "12, 12th", "13, 13th", "21, 21st", "22, 22nd", "23, 23rd",
            "111, 111th"})
    void saysAPlace(int place, String word) {
        assertThat(Ordinals.word(place)).isEqualTo(word);
    }
}
