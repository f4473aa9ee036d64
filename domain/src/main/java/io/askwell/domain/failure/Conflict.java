package io.askwell.domain.failure;

/** The request contradicts what is already there. */
public abstract non-sealed class Conflict extends Failure {
    private final Violation violation;

    /** @param violation the field that contradicts, and what it contradicts */
    protected Conflict(String kind, Violation violation) {
        super(kind, violation.field() + ": " + violation.message());
        this.violation = violation;
    }

    public final Violation violation() {
        return violation;
    }
}
