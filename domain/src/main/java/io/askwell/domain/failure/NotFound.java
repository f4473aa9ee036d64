package io.askwell.domain.failure;

/** What was asked for does not exist, or not for this caller. */
public abstract non-sealed class NotFound extends Failure {
    protected NotFound(String kind, String message) {
        super(kind, message);
    }
}
