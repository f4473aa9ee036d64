package io.askwell.socket.engineio;

/** What the two ends of a session tell each other. */
sealed interface Packet permits Packet.Open, Packet.Close, Packet.Ping, Packet.Pong, Message, Packet.Upgrade,
        Packet.Noop {

    /** The first packet of a session: its id and its terms, as JSON. */
    record Open(String terms) implements Packet {
        @Override
        public int size() {
            return terms.length();
        }
    }

    /** The end that sends it leaves. */
    record Close() implements Packet {}

    /** @param data {@code probe} where a WebSocket is tried, else empty */
    record Ping(String data) implements Packet {}

    /** @param data that of the ping */
    record Pong(String data) implements Packet {}

    /** The client goes over to the WebSocket that it has tried. */
    record Upgrade() implements Packet {}

    /** Says nothing; it ends a poll. */
    record Noop() implements Packet {}

    /** About how many bytes it takes: characters of a text, bytes of a binary. */
    default int size() {
        return 0;
    }
}
