package io.askwell.socket.engineio;

/** The layer above a session. Each call is a turn of the session: they come one at a time, in order, and must not block. */
public interface SessionListener {

    void onMessage(Message message);

    /** The last call. */
    void onClose();
}
