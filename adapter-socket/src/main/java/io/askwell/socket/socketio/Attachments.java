package io.askwell.socket.socketio;

import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.BinaryNode;
import tools.jackson.databind.node.ObjectNode;

/** The binary values of a packet, which come behind it, and the places that it has for them. */
final class Attachments {
    /** Marks an object as the place of a binary value. */
    static final String PLACE = "_placeholder";
    /** Which value belongs there. */
    static final String NUMBER = "num";
    /** No client of ours sends any; the official ones allow as many. */
    static final int MAX = 10;
    private final int expected;
    private final int maxBytes;
    private final List<byte[]> values = new ArrayList<>();
    private int bytes;

    /** @param maxBytes of all of them */
    Attachments(int expected, int maxBytes) throws MalformedPacket {
        if (expected > MAX) {
            throw new MalformedPacket("a packet has more than %d binary values".formatted(MAX));
        }
        this.expected = expected;
        this.maxBytes = maxBytes;
    }

    boolean areComplete() {
        return values.size() == expected;
    }

    void add(byte[] value) throws MalformedPacket {
        bytes += value.length;
        if (bytes > maxBytes) {
            throw new MalformedPacket("the binary values of a packet are too large");
        }
        values.add(value);
    }

    /** Puts the values in their places; changes the node. */
    JsonNode restore(JsonNode node) throws MalformedPacket {
        switch (node) {
            case ObjectNode object when object.path(PLACE).asBoolean(false) -> {
                return value(object.path(NUMBER).asInt(-1));
            }
            case ObjectNode object -> {
                for (String name : List.copyOf(object.propertyNames())) {
                    object.set(name, restore(object.required(name)));
                }
            }
            case ArrayNode array -> {
                for (int i = 0; i < array.size(); i++) {
                    array.set(i, restore(array.required(i)));
                }
            }
            default -> {
            }
        }
        return node;
    }

    private JsonNode value(int number) throws MalformedPacket {
        if (number < 0 || number >= values.size()) {
            throw new MalformedPacket("a place names a binary value that there is not");
        }
        return BinaryNode.valueOf(values.get(number));
    }
}
