package io.askwell.llm.agent;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PiecesTest {

    @ParameterizedTest
    @ValueSource(strings = {"one", "two words", " leading and trailing ", "- a list\n- of\n\n  two ",
            "Ünïcödé 😀 text"})
    void joinedTheyAreTheText(String text) {
        assertThat(String.join("", Pieces.of(text))).isEqualTo(text);
        assertThat(Pieces.of(text)).hasSizeGreaterThanOrEqualTo(text.strip().contains(" ") ? 2 : 1);
    }

    @Test
    void aLongTextIsNotCutIntoThousands() {
        String text = "word ".repeat(5_000);

        assertThat(Pieces.of(text)).hasSizeBetween(2, 40);
        assertThat(String.join("", Pieces.of(text))).isEqualTo(text);
    }
}
