package io.askwell.domain.failure;

/** Something the request needs is not there right now; the same request may succeed later. */
public abstract non-sealed class Unavailable extends Failure {
    protected Unavailable(String kind, String message) {
        super(kind, message);
    }
}
