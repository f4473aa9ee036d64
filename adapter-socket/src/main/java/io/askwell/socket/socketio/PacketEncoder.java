package io.askwell.socket.socketio;

import io.askwell.socket.engineio.Message;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Packets as messages: a text, and behind it the binary values that it has places for. */
record PacketEncoder(JsonMapper json) {
    private static final int EVENT = 2;
    private static final int ACK = 3;
    /** What is added to the type of a packet with binary values. */
    private static final int BINARY = 3;

    List<Message> encode(SocketPacket packet) {
        String namespace = packet.namespace().equals(SocketPacket.MAIN) ? "" : packet.namespace() + ",";
        return switch (packet) {
            case SocketPacket.Connect connect -> text("0" + namespace + json.writeValueAsString(connect.auth()));
            case SocketPacket.Connected connected ->
                text("0" + namespace + json.writeValueAsString(new Sid(connected.socket())));
            case SocketPacket.Disconnect _ -> text("1" + namespace);
            case SocketPacket.ConnectError error ->
                text("4" + namespace + json.writeValueAsString(new Reason(error.message())));
            case SocketPacket.Emitted event -> withValues(EVENT, namespace,
                    event.id().isPresent() ? String.valueOf(event.id().getAsLong()) : "", event.arguments());
            case SocketPacket.Acknowledged ack ->
                withValues(ACK, namespace, String.valueOf(ack.id()), ack.arguments());
        };
    }

    /** What a client is told that is connected. */
    record Sid(String sid) {}

    /** What a client is told that is not. */
    record Reason(String message) {}

    private static List<Message> text(String text) {
        return List.of(new Message.Text(text));
    }

    private List<Message> withValues(int type, String namespace, String id, List<?> values) {
        var binaries = new ArrayList<Message>();
        var array = new StringBuilder("[");
        for (Object value : values) {
            array.append(array.length() > 1 ? "," : "").append(json.writeValueAsString(
                    value instanceof JsonNode node && holdsBinary(node) ? withPlaces(node, binaries) : value));
        }
        String head = binaries.isEmpty()
                ? String.valueOf(type)
                : (type + BINARY) + String.valueOf(binaries.size()) + "-";
        var messages = new ArrayList<Message>(1 + binaries.size());
        messages.add(new Message.Text(head + namespace + id + array.append(']')));
        messages.addAll(binaries);
        return messages;
    }

    private static boolean holdsBinary(JsonNode node) {
        return node.isBinary() || (node.isContainer() && node.valueStream().anyMatch(PacketEncoder::holdsBinary));
    }

    private static JsonNode withPlaces(JsonNode node, List<Message> binaries) {
        return switch (node) {
            case ArrayNode array -> {
                ArrayNode copy = JsonNodeFactory.instance.arrayNode(array.size());
                array.forEach(child -> copy.add(withPlaces(child, binaries)));
                yield copy;
            }
            case ObjectNode object -> {
                ObjectNode copy = JsonNodeFactory.instance.objectNode();
                object.properties().forEach(child -> copy.set(child.getKey(), withPlaces(child.getValue(), binaries)));
                yield copy;
            }
            case JsonNode value when value.isBinary() -> {
                ObjectNode place = JsonNodeFactory.instance.objectNode().put(Attachments.PLACE, true)
                        .put(Attachments.NUMBER, binaries.size());
                binaries.add(new Message.Binary(value.binaryValue()));
                yield place;
            }
            default -> node;
        };
    }
}
