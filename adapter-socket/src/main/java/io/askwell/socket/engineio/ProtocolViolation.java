package io.askwell.socket.engineio;

/** A client sent what the protocol does not have. It carries no stack trace: it says nothing of the code. */
final class ProtocolViolation extends Exception {
    ProtocolViolation(String message) {
        super(message, null, false, false);
    }
}
