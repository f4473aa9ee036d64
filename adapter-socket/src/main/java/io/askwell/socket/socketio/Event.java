package io.askwell.socket.socketio;

import java.util.List;
import tools.jackson.databind.JsonNode;

/**
 * What a client emitted.
 *
 * @param arguments those behind the name; none of them is checked
 * @param reply answers the client if it waits for that
 */
public record Event(String name, List<JsonNode> arguments, Reply reply) {
    public Event {
        arguments = List.copyOf(arguments);
    }

    /** The acknowledgement of an event. */
    public interface Reply {

        /**
         * Acknowledges the event.
         *
         * @param values are written as JSON
         * @return false if the client wants no acknowledgement, or has got one
         */
        boolean send(Object... values);
    }
}
