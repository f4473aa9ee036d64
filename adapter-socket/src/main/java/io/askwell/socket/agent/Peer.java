package io.askwell.socket.agent;

import io.askwell.domain.access.Caller;

/** The client at the other end of a WebSocket, as far as it is known. */
sealed interface Peer {

    /** It has not shown a key yet. */
    record Stranger() implements Peer {}

    /** It has, and stays who it is. */
    record Known(Caller caller) implements Peer {}
}
