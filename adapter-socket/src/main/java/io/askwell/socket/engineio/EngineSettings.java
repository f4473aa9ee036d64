package io.askwell.socket.engineio;

import java.time.Duration;

/**
 * The terms of every session.
 *
 * @param pingInterval how often a client is asked whether it is there
 * @param pingTimeout how long it has to answer
 * @param upgradeTimeout how long it may try a WebSocket
 * @param maxPayload bytes of a WebSocket message, or of the body of a request, that a client may send
 * @param maxBuffered bytes that may wait to be sent to a client which does not read them; see {@link Session}
 * @param maxSessions of all clients
 * @param maxSessionsPerAddress of one address
 */
public record EngineSettings(Duration pingInterval, Duration pingTimeout, Duration upgradeTimeout, int maxPayload,
        int maxBuffered, int maxSessions, int maxSessionsPerAddress) {}
