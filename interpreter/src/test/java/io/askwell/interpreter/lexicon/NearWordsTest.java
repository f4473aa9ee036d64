package io.askwell.interpreter.lexicon;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class NearWordsTest {
    private static final List<String> NAMES = List.of("Alice Wonderland", "Bob Builder", "Charlie Test");

    @Test
    void offersTheNearestFirst() {
        assertThat(NearWords.to("custmer", List.of("order", "customers", "customer"))).containsExactly("customer",
                "customers");
    }

    @Test
    void offersNothingFarOff() {
        assertThat(NearWords.to("churn", List.of("order", "customer"))).isEmpty();
        assertThat(NearWords.to("at", List.of("an", "on"))).isEmpty();
    }

    @Test
    void findsAMisspeltName() {
        assertThat(NearWords.toName("Alise Wonderland", NAMES)).containsExactly("Alice Wonderland");
    }

    @Test
    void findsANameThatSharesAWord() {
        assertThat(NearWords.toName("Bob Nobody", NAMES)).containsExactly("Bob Builder");
        assertThat(NearWords.toName("Zed Nobody", NAMES)).isEmpty();
    }

    @Test
    void findsTheNamesOfWhichOneWordIsMisspelt() {
        assertThat(NearWords.toWordOf("alise", NAMES)).containsExactly("Alice Wonderland");
        assertThat(NearWords.toWordOf("billed", NAMES)).isEmpty();
        assertThat(NearWords.toWordOf("than", List.of("Fatima Khan"))).isEmpty();
    }
}
