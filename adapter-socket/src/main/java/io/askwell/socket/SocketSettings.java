package io.askwell.socket;

import java.time.Duration;
import java.util.Set;

/**
 * The terms of Socket.IO and of the plain WebSocket.
 *
 * @param pingInterval how often a client is asked whether it is there
 * @param pingTimeout how long it has to answer, and over the plain WebSocket to take a frame
 * @param upgradeTimeout how long it may try a WebSocket
 * @param connectTimeout how long it has to show its key
 * @param maxPayload bytes of a message, or of the body of a request, that it may send
 * @param maxBuffered bytes that may wait for a client of Socket.IO which does not read them
 * @param maxClients that are connected at once, over each of the two
 * @param maxClientsPerAddress of them from one address
 * @param questionsAtOnce how many questions a client may have under way
 * @param origins whose web pages may connect; {@code *} is all
 */
public record SocketSettings(Duration pingInterval, Duration pingTimeout, Duration upgradeTimeout,
        Duration connectTimeout, int maxPayload, int maxBuffered, int maxClients, int maxClientsPerAddress,
        int questionsAtOnce, Set<String> origins) {

    public SocketSettings {
        origins = Set.copyOf(origins);
    }
}
