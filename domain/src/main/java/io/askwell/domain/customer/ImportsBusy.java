package io.askwell.domain.customer;

import io.askwell.domain.failure.Unavailable;

/** As many imports as may run at a time are running. */
public final class ImportsBusy extends Unavailable {
    public ImportsBusy(int limit) {
        super("imports-busy", "%d imports are running already; try again when one has ended.".formatted(limit));
    }
}
