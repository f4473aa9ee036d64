package io.askwell.socket.engineio;

import io.askwell.socket.engineio.Message.Binary;
import io.askwell.socket.engineio.Message.Text;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;

/** Packets as text: a digit for the type, then the data. Binary messages stand for themselves, or in Base64 after a {@code b}. */
final class PacketCodec {
    /** Between the packets of a payload. */
    static final char SEPARATOR = '\u001e';
    private static final char BASE64 = 'b';

    private PacketCodec() {}

    /** A packet as the text of a frame, or as a part of a payload. */
    static String encode(Packet packet) {
        return switch (packet) {
            case Packet.Open open -> "0" + open.terms();
            case Packet.Close _ -> "1";
            case Packet.Ping ping -> "2" + ping.data();
            case Packet.Pong pong -> "3" + pong.data();
            case Text message -> "4" + message.text();
            case Binary message -> BASE64 + Base64.getEncoder().encodeToString(message.bytes());
            case Packet.Upgrade _ -> "5";
            case Packet.Noop _ -> "6";
        };
    }

    /** Reads the text of a frame. */
    static Packet decode(String text) throws ProtocolViolation {
        if (text.isEmpty()) {
            throw new ProtocolViolation("a packet is empty");
        }
        String data = text.substring(1);
        return switch (text.charAt(0)) {
            case '0' -> new Packet.Open(data);
            case '1' -> new Packet.Close();
            case '2' -> new Packet.Ping(data);
            case '3' -> new Packet.Pong(data);
            case '4' -> new Text(data);
            case '5' -> new Packet.Upgrade();
            case '6' -> new Packet.Noop();
            default -> throw new ProtocolViolation("a packet has an unknown type");
        };
    }

    /** Several packets as the body of a request or response. */
    static String encodePayload(List<Packet> packets) {
        var payload = new StringBuilder();
        for (Packet packet : packets) {
            if (!payload.isEmpty()) {
                payload.append(SEPARATOR);
            }
            payload.append(encode(packet));
        }
        return payload.toString();
    }

    /** Reads the body of a request. */
    static List<Packet> decodePayload(String payload) throws ProtocolViolation {
        var packets = new ArrayList<Packet>();
        int from = 0;
        for (int end = payload.indexOf(SEPARATOR); end >= 0; end = payload.indexOf(SEPARATOR, from)) {
            packets.add(decodePart(payload.substring(from, end)));
            from = end + 1;
        }
        packets.add(decodePart(payload.substring(from)));
        return packets;
    }

    private static Packet decodePart(String part) throws ProtocolViolation {
        if (part.isEmpty() || part.charAt(0) != BASE64) {
            return decode(part);
        }
        try {
            return new Binary(Base64.getDecoder().decode(part.substring(1)));
        } catch (IllegalArgumentException e) {
            throw new ProtocolViolation("a binary message is not in Base64");
        }
    }
}
