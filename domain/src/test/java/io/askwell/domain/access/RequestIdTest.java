package io.askwell.domain.access;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RequestIdTest {
    @ParameterizedTest
    @ValueSource(strings = {"a", "6f1c-4d.2_x:7", "AZaz09"})
    void acceptsWhatIsSafeInALog(String text) {
        assertThat(RequestId.parse(text)).contains(new RequestId(text));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "a b", "a\nb", "a\n", "é", "a\"b", "<x>"})
    void acceptsNothingElse(String text) {
        assertThat(RequestId.parse(text)).isEmpty();
    }

    @Test
    void acceptsUpTo128Characters() {
        assertThat(RequestId.parse("x".repeat(128))).isPresent();
        assertThat(RequestId.parse("x".repeat(129))).isEmpty();
        assertThat(RequestId.parse(null)).isEmpty();
    }
}
