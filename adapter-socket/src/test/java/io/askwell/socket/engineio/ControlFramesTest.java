package io.askwell.socket.engineio;

import static io.askwell.socket.RawFrames.PING;
import static io.askwell.socket.RawFrames.PONG;
import static io.askwell.testkit.Patience.FOREVER;
import static io.askwell.testkit.Patience.await;
import static org.assertj.core.api.Assertions.assertThat;

import io.askwell.socket.ControlFramesContract;
import io.askwell.socket.LocalServer;
import io.askwell.socket.RawClient;
import io.askwell.socket.RawFrames;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ControlFramesTest extends ControlFramesContract {
    private static final String TARGET = "/engine.io/?EIO=4&transport=websocket";
    private final EngineServer engine = Engines.engine(Engines.SETTINGS, Engines.Echo::new);
    private final LocalServer server = LocalServer.of(engine);

    @AfterEach
    void stop() {
        server.close();
    }

    @Override
    protected RawFrames connect() throws IOException {
        var socket = RawFrames.connect(server.port(), TARGET);
        socket.next();
        return socket;
    }

    @Override
    protected int connections() {
        return engine.sessions();
    }

    @Test
    void aPingIsAnsweredWhileTheWebSocketIsOnlyTried() throws IOException {
        String session = new RawClient(server).polling().sid;
        try (var tried = RawFrames.connect(server.port(), TARGET + "&sid=" + session)) {
            assertThat(tried.send(PING, (byte) 1).next().payload()).containsExactly(1);
            assertThat(tried.send("2probe").next().text()).isEqualTo("3probe");
        }
    }

    @Test
    void ofThePingsOfAClientThatReadsNothingTheLastIsAnswered() throws IOException {
        int pings = 200_000;
        try (var patient = LocalServer.of(Engines.engine(settings(FOREVER), Engines.Echo::new));
                var socket = RawFrames.connect(patient.port(), TARGET)) {
            for (int number = 1; number <= pings; number++) {
                socket.send(PING, ByteBuffer.allocate(125).putInt(number).array());
            }
            // So that all of them have come.
            socket.send("4over");

            int pongs = 0;
            int last = 0;
            while (last < pings) {
                var frame = socket.next();
                if (frame.opcode() == PONG) {
                    pongs++;
                    last = ByteBuffer.wrap(frame.payload()).getInt();
                }
            }
            // Those that the buffers of the network took are many.
            assertThat(pongs).isLessThan(pings / 2);
        }
    }

    @Test
    void aClientThatPingsAndReadsNothingIsCutOff() throws IOException {
        var engine = Engines.engine(settings(Duration.ofSeconds(1)), Engines.Echo::new);
        try (var impatient = LocalServer.of(engine);
                var socket = RawFrames.connect(impatient.port(), TARGET)) {
            await().until(() -> isCutOff(socket));
            await().until(() -> engine.sessions() == 0);
        }
    }

    private static EngineSettings settings(Duration patience) {
        return new EngineSettings(patience, patience, patience, 1_000, 100_000, 3, 3);
    }

    private static boolean isCutOff(RawFrames socket) {
        try {
            for (int i = 0; i < 1_000; i++) {
                socket.send(PING, new byte[125]);
            }
            return false;
        } catch (IOException cut) {
            return true;
        }
    }
}
