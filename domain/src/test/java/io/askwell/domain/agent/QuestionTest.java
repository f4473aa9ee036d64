package io.askwell.domain.agent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.askwell.domain.failure.Invalid;
import org.junit.jupiter.api.Test;

class QuestionTest {
    @Test
    void isTrimmed() {
        assertThat(Question.parse(" Who?\n").text()).isEqualTo("Who?");
    }

    @Test
    void mustNotBeBlank() {
        assertThatThrownBy(() -> Question.parse(null)).isInstanceOf(Invalid.class)
                .hasMessage("question: must not be blank");
    }

    @Test
    void hasALimitThatIsNamed() {
        assertThat(Question.parse("x".repeat(2_000)).text()).hasSize(2_000);
        assertThatThrownBy(() -> Question.parse("x".repeat(2_001))).isInstanceOf(Invalid.class)
                .hasMessage("question: must be at most 2000 characters long, but has 2001");
    }

    @Test
    void aModeIsOneOfThree() {
        assertThat(Mode.parse("grammar-first")).isEqualTo(Mode.GRAMMAR_FIRST);
        assertThatThrownBy(() -> Mode.parse("magic")).isInstanceOf(Invalid.class)
                .hasMessage("mode: must be one of grammar, grammar-first, model");
    }
}
