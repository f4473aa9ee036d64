package io.askwell.llm.agent;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class BackoffTest {
    private static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");
    private final Backoff backoff = new Backoff(Clock.fixed(NOW, ZoneOffset.UTC));

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"7|7", "0|0", "Sun, 01 Mar 2026 12:00:09 GMT|9",
            "Sun, 01 Mar 2026 11:00:00 GMT|0"})
    void waitsAsLongAsTheServerAsks(String retryAfter, long seconds) {
        assertThat(pause(429, retryAfter, 1)).contains(Duration.ofSeconds(seconds));
        assertThat(pause(503, retryAfter, 1)).contains(Duration.ofSeconds(seconds));
    }

    @ParameterizedTest
    @ValueSource(strings = {"soon", "-1", "1.5", "99999999999999999999", ""})
    void waitsLongerEachTimeIfTheServerDoesNotSayHowLong(String retryAfter) {
        assertThat(pause(429, retryAfter, 1)).contains(Duration.ofSeconds(1));
        assertThat(pause(429, retryAfter, 2)).contains(Duration.ofSeconds(2));
        assertThat(pause(503, retryAfter, 1)).isEmpty();
    }

    @Test
    void doesNotTryAFourthTime() {
        assertThat(pause(429, "1", 3)).isEmpty();
    }

    @Test
    void doesNotWaitBeyondTheDeadline() {
        assertThat(pause(429, "29", 1)).isPresent();
        assertThat(pause(429, "30", 1)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(ints = {400, 401, 404, 500, 502})
    void doesNotRepeatWhatWillNotPass(int status) {
        assertThat(pause(status, "1", 1)).isEmpty();
    }

    private Optional<Duration> pause(int status, String retryAfter, int tries) {
        return backoff.pause(new HttpRefused(status, "", Optional.of(retryAfter)), tries, NOW.plusSeconds(30));
    }
}
