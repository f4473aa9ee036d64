package io.askwell.socket.socketio;

import java.util.List;
import java.util.OptionalLong;
import tools.jackson.databind.JsonNode;

/** What the two ends of a namespace tell each other. */
sealed interface SocketPacket {
    /** The namespace that is meant where none is named. */
    String MAIN = "/";

    /** Such as {@code /}. */
    String namespace();

    /** @param auth an object */
    record Connect(String namespace, JsonNode auth) implements SocketPacket {}

    /** @param socket the id of the client in the namespace */
    record Connected(String namespace, String socket) implements SocketPacket {}

    record ConnectError(String namespace, String message) implements SocketPacket {}

    record Disconnect(String namespace) implements SocketPacket {}

    /**
     * @param arguments the first of them is the event's name
     * @param id there if an acknowledgement is wanted
     */
    record Emitted(String namespace, List<?> arguments, OptionalLong id) implements SocketPacket {}

    /** @param id that of the event */
    record Acknowledged(String namespace, List<?> arguments, long id) implements SocketPacket {}
}
