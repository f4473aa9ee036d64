package io.askwell.bootstrap;

import io.askwell.persistence.DatabaseUnavailable;
import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Shows that the configured database cannot be used. */
final class DatabaseUnavailableAnalyzer extends AbstractFailureAnalyzer<DatabaseUnavailable> {
    @Override
    protected FailureAnalysis analyze(Throwable rootFailure, DatabaseUnavailable unavailable) {
        return new FailureAnalysis(unavailable.reason(),
                "If this names rows, mend them as it says and start again: nothing was changed. Otherwise check that the "
                        + "database runs, and DB_HOST, DB_PORT, DB_NAME, DB_USER and DB_PASS; without DB_HOST, Askwell "
                        + "starts a Postgres of its own.",
                unavailable);
    }
}
