package io.askwell.bootstrap;

import static io.askwell.testkit.Patience.await;
import static org.assertj.core.api.Assertions.assertThat;

import io.askwell.testkit.postgres.TestPostgres;
import io.askwell.testkit.socket.TextSocket;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

class QuestionSocketShutdownTest {
    @Test
    void clientsAreSentAwayAtOnceWhenTheServerStops() {
        var askwell = RunningAskwell.on(TestPostgres.create(),
                "spring.lifecycle.timeout-per-shutdown-phase=10m");
        var socket = TextSocket.connect(askwell.port(), "/agent/ws", "X-API-Key", RunningAskwell.KEY);
        socket.next();

        // Otherwise it would wait for them as long as it may.
        await(CompletableFuture.runAsync(askwell::close));

        assertThat(socket.closed()).isEqualTo(1001);
    }
}
