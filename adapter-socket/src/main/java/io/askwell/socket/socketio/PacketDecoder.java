package io.askwell.socket.socketio;

import io.askwell.socket.engineio.Message;
import java.util.List;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;

/** Makes packets of the messages of one session, in their order. */
final class PacketDecoder {
    private final JsonMapper json;
    private final int maxBytes;
    private State state = new Ready();

    /** @param maxBytes of all binary values of a packet */
    PacketDecoder(JsonMapper json, int maxBytes) {
        this.json = json;
        this.maxBytes = maxBytes;
    }

    private sealed interface State {}

    /** For the next packet. */
    private record Ready() implements State {}

    /** The packet is there, and not all of its binary values. */
    private record Incomplete(SocketPacket packet, ArrayNode arguments, Attachments attachments) implements State {}

    /** The packet that the message completes, if it does. */
    Optional<SocketPacket> add(Message message) throws MalformedPacket {
        return switch (state) {
            case Ready _ -> switch (message) {
                case Message.Text text -> read(text.text());
                case Message.Binary _ -> throw new MalformedPacket("a binary value belongs to no packet");
            };
            case Incomplete incomplete -> switch (message) {
                case Message.Text _ -> throw new MalformedPacket("a binary value is missing");
                case Message.Binary binary -> complete(incomplete, binary.bytes());
            };
        };
    }

    private Optional<SocketPacket> complete(Incomplete incomplete, byte[] value) throws MalformedPacket {
        incomplete.attachments().add(value);
        if (!incomplete.attachments().areComplete()) {
            return Optional.empty();
        }
        state = new Ready();
        // The arguments are a part of the packet.
        incomplete.attachments().restore(incomplete.arguments());
        return Optional.of(refreshed(incomplete.packet(), incomplete.arguments()));
    }

    private static SocketPacket refreshed(SocketPacket packet, ArrayNode arguments) {
        return switch (packet) {
            case SocketPacket.Emitted event ->
                new SocketPacket.Emitted(event.namespace(), list(arguments), event.id());
            case SocketPacket.Acknowledged ack ->
                new SocketPacket.Acknowledged(ack.namespace(), list(arguments), ack.id());
            default -> packet;
        };
    }

    private Optional<SocketPacket> read(String text) throws MalformedPacket {
        var head = PacketHead.read(text);
        JsonNode data = data(text.substring(head.length()));
        SocketPacket packet = packet(head, data);
        if (!head.isBinary() || head.attachments() == 0) {
            return Optional.of(packet);
        }
        state = new Incomplete(packet, (ArrayNode) data, new Attachments(head.attachments(), maxBytes));
        return Optional.empty();
    }

    /** @return a missing node if there is no text */
    private JsonNode data(String text) throws MalformedPacket {
        try {
            return json.readTree(text);
        } catch (JacksonException e) {
            throw new MalformedPacket("the data of a packet is not JSON");
        }
    }

    private SocketPacket packet(PacketHead head, JsonNode data) throws MalformedPacket {
        return switch (head.type()) {
            case '0' -> new SocketPacket.Connect(head.namespace(), auth(data));
            case '1' -> disconnect(head, data);
            case '2', '5' -> new SocketPacket.Emitted(head.namespace(), named(data), head.id());
            default -> acknowledged(head, data);
        };
    }

    private JsonNode auth(JsonNode data) throws MalformedPacket {
        require(data.isMissingNode() || data.isObject());
        return data.isMissingNode() ? json.createObjectNode() : data;
    }

    private static SocketPacket disconnect(PacketHead head, JsonNode data) throws MalformedPacket {
        require(data.isMissingNode());
        return new SocketPacket.Disconnect(head.namespace());
    }

    private static List<JsonNode> named(JsonNode data) throws MalformedPacket {
        require(data.isArray() && data.path(0).isString());
        return list(data);
    }

    private static SocketPacket acknowledged(PacketHead head, JsonNode data) throws MalformedPacket {
        require(data.isArray() && head.id().isPresent());
        return new SocketPacket.Acknowledged(head.namespace(), list(data), head.id().getAsLong());
    }

    private static void require(boolean form) throws MalformedPacket {
        if (!form) {
            throw new MalformedPacket("a packet has data of another form");
        }
    }

    private static List<JsonNode> list(JsonNode array) {
        return array.valueStream().toList();
    }
}
