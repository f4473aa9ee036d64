package io.askwell.socket.engineio;

import static org.assertj.core.api.Assertions.assertThat;

import io.askwell.socket.Noise;
import java.util.List;
import org.junit.jupiter.api.Test;

class PacketFuzzTest {
    private static final int INPUTS = 500_000;

    @Test
    void everyPayloadIsReadOrSaidToBeNone() {
        var noise = new Noise(17, List.of("0{\"sid\":\"x\"}", "1", "2probe", "3probe", "5", "6", "40{\"apiKey\":\"k\"}",
                "42[\"question\",{\"question\":\"How many?\"}]", "4a\u001e4b\u001ebAQIDBA==", "bAQIDBA==\u001e2"));
        int read = 0;
        int refused = 0;
        for (int i = 0; i < INPUTS; i++) {
            String payload = noise.next();
            try {
                List<Packet> packets = PacketCodec.decodePayload(payload);
                if (PacketCodec.decodePayload(PacketCodec.encodePayload(packets)).size() != packets.size()) {
                    throw new AssertionError(payload);
                }
                read++;
            } catch (ProtocolViolation violation) {
                refused++;
            }
        }
        // Noise that is all nonsense, or none, would test little.
        assertThat(read).isGreaterThan(INPUTS / 10);
        assertThat(refused).isGreaterThan(INPUTS / 10);
    }
}
