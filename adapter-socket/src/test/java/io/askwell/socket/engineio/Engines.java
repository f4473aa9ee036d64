package io.askwell.socket.engineio;

import io.askwell.socket.LocalServer;
import io.askwell.socket.Origins;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import reactor.core.scheduler.Schedulers;

/** Servers of Engine.IO for tests. */
final class Engines {
    static final EngineSettings SETTINGS = new EngineSettings(Duration.ofMillis(300), Duration.ofMillis(200),
            Duration.ofSeconds(10), 1_000_000, 1_000_000, 100, 100);

    private Engines() {}

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
