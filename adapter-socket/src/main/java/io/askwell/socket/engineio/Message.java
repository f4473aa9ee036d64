package io.askwell.socket.engineio;

/** What a session carries for the layer above. */
public sealed interface Message extends Packet {

    record Text(String text) implements Message {
        @Override
        public int size() {
            return text.length();
        }
    }

    /** @param bytes are not copied: nobody may change them afterwards */
    @SuppressWarnings("ArrayRecordComponent") // Compared by nobody; to copy each would cost.
    record Binary(byte[] bytes) implements Message {
        @Override
        public int size() {
            return bytes.length;
        }
    }
}
