package io.askwell.socket.agent;

import io.netty.handler.codec.TooLongFrameException;
import io.netty.handler.codec.http.websocketx.CorruptedWebSocketFrameException;
import io.netty.handler.codec.http.websocketx.WebSocketCloseStatus;

/** Whether what a client sent is longer than allowed: one frame, or the message that its parts make. */
final class FrameTooLong {
    private FrameTooLong() {}

    static boolean is(Throwable error) {
        return error instanceof TooLongFrameException || (error instanceof CorruptedWebSocketFrameException frame
                && frame.closeStatus().equals(WebSocketCloseStatus.MESSAGE_TOO_BIG));
    }
}
