package io.askwell.llm.agent;

import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Optional;
import java.util.regex.Pattern;

/** How long to wait before a server that has too many requests is asked again. */
final class Backoff {
    private static final int MAX_TRIES = 3;
    private static final Duration FIRST_PAUSE = Duration.ofSeconds(1);
    private static final Pattern SECONDS = Pattern.compile("\\d{1,9}");
    private final Clock clock;

    Backoff(Clock clock) {
        this.clock = clock;
    }

    /**
     * @param tries how often it was asked already
     * @return empty if it is not worth waiting: the status is none that passes, it was tried often enough, or the pause
     *         would last beyond the deadline
     */
    Optional<Duration> pause(HttpRefused refusal, int tries, Instant deadline) {
        if (tries >= MAX_TRIES) {
            return Optional.empty();
        }
        Optional<Duration> asked = switch (refusal.statusCode()) {
            case 429 -> Optional.of(refusal.retryAfter().flatMap(this::parse)
                    .orElse(FIRST_PAUSE.multipliedBy(1L << (tries - 1))));
            case 503 -> refusal.retryAfter().flatMap(this::parse);
            default -> Optional.empty();
        };
        return asked.filter(pause -> clock.instant().plus(pause).isBefore(deadline));
    }

    /** Seconds or an HTTP date, as RFC 9110 has it; empty if it is neither. */
    private Optional<Duration> parse(String retryAfter) {
        if (SECONDS.matcher(retryAfter).matches()) {
            return Optional.of(Duration.ofSeconds(Long.parseLong(retryAfter)));
        }
        try {
            var date = ZonedDateTime.parse(retryAfter, DateTimeFormatter.RFC_1123_DATE_TIME).toInstant();
            var pause = Duration.between(clock.instant(), date);
            return Optional.of(pause.isNegative() ? Duration.ZERO : pause);
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }
}
