package io.askwell.socket.engineio;

import java.util.List;
import reactor.core.publisher.MonoSink;

/** A request that waits until there is something to fetch. */
final class Poll {
    private final MonoSink<String> answer;

    /** @param answer the body; empty refuses the request */
    Poll(MonoSink<String> answer) {
        this.answer = answer;
    }

    void answer(List<Packet> packets) {
        answer.success(PacketCodec.encodePayload(packets));
    }

    void refuse() {
        answer.success();
    }
}
