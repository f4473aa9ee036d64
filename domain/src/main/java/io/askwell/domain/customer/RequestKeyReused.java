package io.askwell.domain.customer;

import io.askwell.domain.failure.Conflict;
import io.askwell.domain.failure.Violation;

/** The key names another request already. */
public final class RequestKeyReused extends Conflict {
    public RequestKeyReused() {
        super("idempotency-key-reused", new Violation("Idempotency-Key", "was used for another request already"));
    }
}
