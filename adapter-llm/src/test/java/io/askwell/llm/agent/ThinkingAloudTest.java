package io.askwell.llm.agent;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ThinkingAloudTest {

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 7, 100})
    void isLeftOutHoweverTheTextIsCut(int length) {
        assertThat(passed("\n<think>Let me see: 1 < 2.</think>\n\nThere are 3.", length)).isEqualTo("\n\nThere are 3.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"There are 3.", "<3 of them", "<thinker> is a name", "2 <think>", "<t"})
    void whatIsNoThinkingPasses(String text) {
        assertThat(ThinkingAloud.leaveOut(text)).isEqualTo(text);
        if (!"<think>".startsWith(text)) {
            assertThat(passed(text, 1)).isEqualTo(text);
        }
    }

    @Test
    void thinkingWithoutAnEndIsNoReply() {
        assertThat(passed("<think>hm, hm, hm", 3)).isEmpty();
    }

    @Test
    void textWithoutThinkingIsNotHeldBack() {
        List<String> seen = new ArrayList<>();
        var reply = new ThinkingAloud(seen::add);

        List.of("There ", "are ", "3.").forEach(reply);

        assertThat(seen).containsExactly("There ", "are ", "3.");
    }

    private static String passed(String text, int length) {
        var seen = new StringBuilder();
        var reply = new ThinkingAloud(seen::append);
        for (int from = 0; from < text.length(); from += length) {
            reply.accept(text.substring(from, Math.min(text.length(), from + length)));
        }
        return seen.toString();
    }
}
