package io.askwell.socket.socketio;

import java.util.OptionalLong;

/**
 * What stands before the data of a packet.
 *
 * @param type the digit of a type that a client may send
 * @param attachments how many binary values follow it
 * @param id asks for an acknowledgement, or says which event is acknowledged
 * @param length of the head itself, in characters
 */
record PacketHead(char type, int attachments, String namespace, OptionalLong id, int length) {
    private static final String TYPES = "012356";
    /** Of a number: as many digits as a long surely holds. */
    private static final int MAX_DIGITS = 18;
    /** Of a count, far above what is allowed. */
    private static final int MAX_COUNT_DIGITS = 3;

    boolean isBinary() {
        return type == '5' || type == '6';
    }

    static PacketHead read(String text) throws MalformedPacket {
        if (text.isEmpty() || TYPES.indexOf(text.charAt(0)) < 0) {
            throw new MalformedPacket("a packet has an unknown type");
        }
        char type = text.charAt(0);
        int at = 1;
        int attachments = 0;
        if (type == '5' || type == '6') {
            int dash = digitsEnd(text, at);
            if (dash == at || dash - at > MAX_COUNT_DIGITS || dash == text.length() || text.charAt(dash) != '-') {
                throw new MalformedPacket("a packet does not say how many binary values it has");
            }
            attachments = Integer.parseInt(text, at, dash, 10);
            at = dash + 1;
        }
        String namespace = SocketPacket.MAIN;
        if (at < text.length() && text.charAt(at) == '/') {
            int comma = text.indexOf(',', at);
            int end = comma < 0 ? text.length() : comma;
            namespace = withoutQuery(text.substring(at, end));
            at = comma < 0 ? end : comma + 1;
        }
        int idEnd = digitsEnd(text, at);
        return new PacketHead(type, attachments, namespace, id(text, at, idEnd), idEnd);
    }

    private static OptionalLong id(String text, int from, int end) throws MalformedPacket {
        if (end - from > MAX_DIGITS) {
            throw new MalformedPacket("the number of a packet is too long");
        }
        return from == end ? OptionalLong.empty() : OptionalLong.of(Long.parseLong(text, from, end, 10));
    }

    private static int digitsEnd(String text, int from) {
        int end = from;
        while (end < text.length() && text.charAt(end) >= '0' && text.charAt(end) <= '9') {
            end++;
        }
        return end;
    }

    private static String withoutQuery(String namespace) {
        int query = namespace.indexOf('?');
        return query < 0 ? namespace : namespace.substring(0, query);
    }
}
