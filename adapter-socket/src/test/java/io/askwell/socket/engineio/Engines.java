package io.askwell.socket.engineio;

import static io.askwell.testkit.Patience.FOREVER;
import static io.askwell.testkit.Patience.PATIENCE;

import io.askwell.socket.LocalServer;
import io.askwell.socket.Origins;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import reactor.core.scheduler.Schedulers;

/** Servers of Engine.IO for tests. */
final class Engines {
    /** Terms that no test runs into. */
    static final EngineSettings SETTINGS = beating(FOREVER, PATIENCE);

    private Engines() {}

    static EngineSettings beating(Duration pingInterval, Duration pingTimeout) {
        return new EngineSettings(pingInterval, pingTimeout, PATIENCE, 1_000_000, 1_000_000, 100, 100);
    }

    /** Sends every message back. */
    static final class Echo implements SessionListener {
        private final Session session;

        Echo(Session session) {
            this.session = session;
        }

        @Override
        public void onMessage(Message message) {
            session.send(List.of(message));
        }

        @Override
        public void onClose() {}
    }

    static EngineServer engine(EngineSettings settings, Function<Session, SessionListener> above) {
        return new EngineServer(settings, new Origins(Set.of("https://app.example")), Schedulers.parallel(), above,
                handshake -> "here");
    }

    static LocalServer server(EngineSettings settings) {
        return LocalServer.of(engine(settings, Echo::new));
    }
}
