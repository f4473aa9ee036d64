package io.askwell.domain.agent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.askwell.domain.failure.Invalid;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ConversationIdTest {
    @ParameterizedTest
    @ValueSource(strings = {"a", "0", "Talk_of-Monday", "3f0d1a52-7c1e-4f59-9d3c-0a1b2c3d4e5f"})
    void takesWhatAClientChose(String text) {
        assertThat(ConversationId.parse(text).value()).isEqualTo(text);
    }

    @Test
    void takesUpTo64Characters() {
        assertThat(ConversationId.parse("x".repeat(64)).value()).hasSize(64);
        assertThatThrownBy(() -> ConversationId.parse("x".repeat(65))).isInstanceOf(Invalid.class)
                .hasMessage("conversationId: must be at most 64 characters long, but has 65");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "a b", " a", "a\n", "ä", "a.b", "a/b", "a\u0000", "😀"})
    void refusesOtherCharactersNamingTheFieldAndTheLimit(String text) {
        assertThatThrownBy(() -> ConversationId.parse(text)).isInstanceOf(Invalid.class)
                .hasMessage("conversationId: must be 1 to 64 characters out of A-Z, a-z, 0-9, _ and -");
    }
}
