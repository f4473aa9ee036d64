package io.askwell.application.access;

import io.github.bucket4j.Bucket;
import io.github.bucket4j.TimeMeter;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * How many questions a minute each of many may ask, by a token bucket for each. Whoever was idle for a minute has a full
 * bucket again, so it is forgotten; above a number that no honest crowd reaches, so is whoever was idle longest.
 */
final class QuestionRate {
    static final int REMEMBERED = 50_000;
    private static final Duration PERIOD = Duration.ofMinutes(1);
    private final int perMinute;
    private final Clock clock;
    /** In the order of their last use, the longest ago first. */
    private final Map<String, Tracked> buckets = new LinkedHashMap<>(16, 0.75f, true);

    private record Tracked(Bucket bucket, Instant lastUse) {}

    QuestionRate(int perMinute, Clock clock) {
        this.perMinute = perMinute;
        this.clock = clock;
    }

    int perMinute() {
        return perMinute;
    }

    /** Takes one question; if there is none to be had, how long until there is. */
    synchronized Optional<Duration> take(String who) {
        Instant now = clock.instant();
        Tracked known = buckets.get(who);
        Bucket bucket = known == null ? fresh() : known.bucket();
        buckets.put(who, new Tracked(bucket, now));
        forgetIdle(now);
        var probe = bucket.tryConsumeAndReturnRemaining(1);
        return probe.isConsumed() ? Optional.empty() : Optional.of(Duration.ofNanos(probe.getNanosToWaitForRefill()));
    }

    synchronized int remembered() {
        return buckets.size();
    }

    private void forgetIdle(Instant now) {
        var eldest = buckets.values().iterator();
        while (eldest.hasNext()) {
            boolean idle = eldest.next().lastUse().plus(PERIOD).isBefore(now);
            if (!idle && buckets.size() <= REMEMBERED) {
                return;
            }
            eldest.remove();
        }
    }

    private Bucket fresh() {
        return Bucket.builder().addLimit(limit -> limit.capacity(perMinute).refillGreedy(perMinute, PERIOD))
                .withCustomTimePrecision(new Ticks(clock)).build();
    }

    /** The clock as Bucket4j reads it. */
    private record Ticks(Clock clock) implements TimeMeter {
        @Override
        public long currentTimeNanos() {
            return ChronoUnit.NANOS.between(Instant.EPOCH, clock.instant());
        }

        @Override
        public boolean isWallClockBased() {
            return true;
        }
    }
}
