package io.askwell.domain.customer;

import io.askwell.domain.failure.Conflict;
import io.askwell.domain.failure.Violation;

/** Somebody changed it since the caller read it. */
public final class Outdated extends Conflict {
    /** @param version the one that it has by now */
    public Outdated(int version) {
        super("outdated",
                new Violation("version", "is %d by now; read it again before you change it".formatted(version)));
    }
}
