package io.askwell.socket.socketio;

/** A client may not connect to a namespace. */
public final class Refused extends RuntimeException {
    /** @param message for the client */
    public Refused(String message) {
        super(message, null, false, false);
    }
}
