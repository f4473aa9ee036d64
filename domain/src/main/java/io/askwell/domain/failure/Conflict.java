package io.askwell.domain.failure;

/** The request contradicts what is already there. */
public abstract non-sealed class Conflict extends Failure {
    protected Conflict(String kind, String message) {
        super(kind, message);
    }
}
