package io.askwell.domain.failure;

/**
 * A fact that keeps a request from being served. It is thrown, or signalled as a stream's error, and carries no stack
 * trace: it says something about the request or the world, not about the code.
 */
public abstract sealed class Failure extends RuntimeException permits NotFound, Conflict, Invalid, Unavailable {
    private final String kind;

    /**
     * @param kind stable name of the fact in kebab-case, such as {@code customer-not-found}; part of the public contract
     * @param message one sentence for the client, without internals
     */
    Failure(String kind, String message) {
        super(message, null, false, false);
        this.kind = kind;
    }

    public final String kind() {
        return kind;
    }

    /** The message, which a failure always has. */
    public final String reason() {
        return String.valueOf(getMessage());
    }
}
