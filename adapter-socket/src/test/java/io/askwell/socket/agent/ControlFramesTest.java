package io.askwell.socket.agent;

import io.askwell.socket.ControlFramesContract;
import io.askwell.socket.RawFrames;
import java.io.IOException;
import org.junit.jupiter.api.AfterEach;

class ControlFramesTest extends ControlFramesContract {
    private final QuestionSockets sockets = QuestionSockets.start();

    @AfterEach
    void stop() {
        sockets.close();
    }

    @Override
    protected RawFrames connect() throws IOException {
        var socket = RawFrames.connect(sockets.port(), "/agent/ws", "X-API-Key: " + QuestionSockets.KEY);
        socket.next();
        return socket;
    }

    @Override
    protected int connections() {
        return sockets.connections.count();
    }
}
