package io.askwell.bootstrap;

import static org.assertj.core.api.Assertions.assertThat;

import io.askwell.testkit.postgres.TestPostgres;
import io.askwell.testkit.socket.TextSocket;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class QuestionSocketShutdownTest {
    @Test
    void clientsAreSentAwayAtOnceWhenTheServerStops() {
        var askwell = RunningAskwell.on(TestPostgres.create());
        var socket = TextSocket.connect(askwell.port(), "/agent/ws", "X-API-Key", RunningAskwell.KEY);
        socket.next();
        long begun = System.nanoTime();
        askwell.close();

        assertThat(socket.closed()).isEqualTo(1001);
        assertThat(Duration.ofNanos(System.nanoTime() - begun)).isLessThan(Duration.ofSeconds(10));
    }
}
