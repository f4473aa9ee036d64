package io.askwell.persistence.agent;

import io.askwell.persistence.agent.Admission.Refused;
import java.util.List;

/** SQL breaks a rule of the gate. Never leaves the gate. */
final class SqlViolation extends RuntimeException {
    private static final long serialVersionUID = 1;
    private final transient Refused refused;

    SqlViolation(Rule rule, String reason) {
        this(rule, reason, List.of());
    }

    SqlViolation(Rule rule, String reason, List<String> nearest) {
        super(reason, null, false, false);
        this.refused = new Refused(rule, reason, nearest);
    }

    Refused refused() {
        return refused;
    }
}
