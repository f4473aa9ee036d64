package io.askwell.persistence;

import io.askwell.domain.failure.Unavailable;
import java.time.Duration;
import java.util.Optional;

/** The database cannot be reached, or has no connection free. */
public final class DatabaseUnavailable extends Unavailable {
    /** A database that restarts, or another that takes its place, is there again about then. */
    private static final Duration RETRY_AFTER = Duration.ofSeconds(5);

    public DatabaseUnavailable(String message) {
        super("database-unavailable", message, Optional.of(RETRY_AFTER));
    }
}
