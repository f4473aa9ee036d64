package io.askwell.socket.socketio;

/** A client sent what the protocol does not have. It carries no stack trace: it says nothing of the code. */
final class MalformedPacket extends Exception {
    MalformedPacket(String message) {
        super(message, null, false, false);
    }
}
