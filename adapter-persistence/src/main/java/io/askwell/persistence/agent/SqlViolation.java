package io.askwell.persistence.agent;

import io.askwell.persistence.agent.Admission.Refused;

/** SQL breaks a rule of the gate. Never leaves the gate. */
final class SqlViolation extends RuntimeException {
    private final String reason;

    SqlViolation(String reason) {
        super(reason, null, false, false);
        this.reason = reason;
    }

    Refused refused() {
        return new Refused(reason);
    }
}
