package io.askwell.domain.failure;

import java.time.Duration;
import java.util.Optional;

/** Something the request needs is not there right now; the same request may succeed later. */
public abstract non-sealed class Unavailable extends Failure {
    private final Optional<Duration> retryAfter;

    /** Nobody knows when it is worth trying again. */
    protected Unavailable(String kind, String message) {
        this(kind, message, Optional.empty());
    }

    /** @param retryAfter when it is worth trying again; empty if nobody knows, or if to wait does not help */
    protected Unavailable(String kind, String message, Optional<Duration> retryAfter) {
        super(kind, message);
        this.retryAfter = retryAfter;
    }

    /** Whole seconds until it is worth trying again, at least one; empty if nobody knows, or if to wait does not help. */
    public final Optional<Long> retryAfterSeconds() {
        return retryAfter.map(Unavailable::seconds);
    }

    /** Whole seconds that are not less than the wait, at least one. */
    protected static long seconds(Duration wait) {
        return Math.max(1, wait.plusNanos(999_999_999).toSeconds());
    }
}
