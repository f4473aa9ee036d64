package io.askwell.application.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class QuestionRateTest {
    private final SettableClock clock = new SettableClock(Instant.parse("2026-03-01T12:00:00Z"));
    private final QuestionRate rate = new QuestionRate(4, clock);

    @Test
    void allowsAsManyAtOnceAsInAMinuteAndThenOneByOne() {
        for (int i = 0; i < 4; i++) {
            assertThat(rate.take("alice")).isEmpty();
        }
        assertThat(rate.take("alice")).contains(Duration.ofSeconds(15));

        clock.advance(Duration.ofSeconds(15));

        assertThat(rate.take("alice")).isEmpty();
        assertThat(rate.take("alice")).contains(Duration.ofSeconds(15));
    }

    @Test
    void whoIsRefusedWaitsNoLongerForIt() {
        for (int i = 0; i < 100; i++) {
            var _ = rate.take("alice");
        }
        clock.advance(Duration.ofSeconds(15));

        assertThat(rate.take("alice")).isEmpty();
    }

    @Test
    void everybodyHasARateOfTheirOwn() {
        for (int i = 0; i < 5; i++) {
            var _ = rate.take("alice");
        }

        assertThat(rate.take("bob")).isEmpty();
    }

    @Test
    void whoIsIdleIsForgotten() {
        for (int i = 0; i < 1_000; i++) {
            var _ = rate.take("10.0.0." + i);
        }
        clock.advance(Duration.ofSeconds(61));
        var _ = rate.take("alice");

        assertThat(rate.remembered()).isEqualTo(1);
    }

    @Test
    void noCrowdIsTooLargeForTheMemory() {
        for (int i = 0; i < QuestionRate.REMEMBERED + 1_000; i++) {
            var _ = rate.take("address " + i);
        }

        assertThat(rate.remembered()).isEqualTo(QuestionRate.REMEMBERED);
    }
}
