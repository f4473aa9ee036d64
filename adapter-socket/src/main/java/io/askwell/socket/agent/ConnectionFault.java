package io.askwell.socket.agent;

import io.netty.handler.codec.DecoderException;
import io.netty.handler.codec.TooLongFrameException;
import io.netty.handler.codec.http.websocketx.CorruptedWebSocketFrameException;
import io.netty.handler.codec.http.websocketx.WebSocketCloseStatus;
import java.io.IOException;
import reactor.netty.channel.AbortedException;

/** What can be wrong with a connection, told apart. */
final class ConnectionFault {
    private ConnectionFault() {}

    /** What the client sent is longer than allowed: one frame, or the message that its parts make. */
    static boolean isTooLong(Throwable error) {
        return error instanceof TooLongFrameException || (error instanceof CorruptedWebSocketFrameException frame
                && frame.closeStatus().equals(WebSocketCloseStatus.MESSAGE_TOO_BIG));
    }

    /** It broke, or the client does not keep to the protocol: nothing that anybody could mend here. */
    static boolean isTheirs(Throwable error) {
        return error instanceof IOException || error instanceof AbortedException || error instanceof DecoderException;
    }
}
