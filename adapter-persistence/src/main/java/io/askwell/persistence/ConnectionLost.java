package io.askwell.persistence;

import io.r2dbc.spi.R2dbcNonTransientResourceException;

/** The connection broke before the answer to a statement was complete. */
final class ConnectionLost extends R2dbcNonTransientResourceException {
    ConnectionLost(Throwable cause) {
        super("The connection to the database was lost", cause);
    }
}
