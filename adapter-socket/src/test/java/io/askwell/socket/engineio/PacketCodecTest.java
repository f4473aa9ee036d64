package io.askwell.socket.engineio;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.askwell.socket.engineio.Message.Binary;
import io.askwell.socket.engineio.Message.Text;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PacketCodecTest {
    @ParameterizedTest
    @ValueSource(strings = {"0{}", "1", "2", "2probe", "3", "3probe", "4", "4hello", "5", "6"})
    void readsWhatItWrites(String text) throws ProtocolViolation {
        assertThat(PacketCodec.encode(PacketCodec.decode(text))).isEqualTo(text);
    }

    @Test
    void aPayloadHoldsSeveralPackets() throws ProtocolViolation {
        List<Packet> packets = PacketCodec.decodePayload("4a\u001ebAQI=\u001e2");

        assertThat(packets).hasSize(3).first().isEqualTo(new Text("a"));
        assertThat(((Binary) packets.get(1)).bytes()).containsExactly(1, 2);
        assertThat(PacketCodec.encodePayload(packets)).isEqualTo("4a\u001ebAQI=\u001e2");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "7", "a", "\u001e", "4a\u001e", "b?", "b="})
    void whatIsNoPayloadIsSaidToBeNone(String payload) {
        assertThatThrownBy(() -> PacketCodec.decodePayload(payload)).isInstanceOf(ProtocolViolation.class);
    }
}
