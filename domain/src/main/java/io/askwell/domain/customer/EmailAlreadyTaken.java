package io.askwell.domain.customer;

import io.askwell.domain.failure.Conflict;
import io.askwell.domain.failure.Violation;

/** Another customer has the e-mail address; upper and lower case are the same. */
public final class EmailAlreadyTaken extends Conflict {
    public EmailAlreadyTaken() {
        super("email-already-taken", new Violation("email", "belongs to another customer already"));
    }
}
