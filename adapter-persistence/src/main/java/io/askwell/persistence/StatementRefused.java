package io.askwell.persistence;

import io.r2dbc.spi.R2dbcNonTransientException;
import io.vertx.pgclient.PgException;

/** The database refused a statement of the pipelined client: the same as R2DBC says it, with the SQLSTATE. */
final class StatementRefused extends R2dbcNonTransientException {
    StatementRefused(PgException refused) {
        super(refused.getErrorMessage(), refused.getSqlState(), 0, refused);
    }
}
