package io.askwell.persistence;

import io.askwell.domain.failure.Unavailable;

/** The database cannot be reached, or has no connection free. */
public final class DatabaseUnavailable extends Unavailable {
    public DatabaseUnavailable(String message) {
        super("database-unavailable", message);
    }
}
