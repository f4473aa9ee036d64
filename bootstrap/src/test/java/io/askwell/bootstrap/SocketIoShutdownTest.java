package io.askwell.bootstrap;

import static org.assertj.core.api.Assertions.assertThat;

import io.askwell.testkit.postgres.TestPostgres;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class SocketIoShutdownTest {
    @Test
    void clientsAreSentAwayAtOnceWhenTheServerStops() throws InterruptedException {
        var askwell = RunningAskwell.on(TestPostgres.create());
        var socket = SocketByHand.connect(askwell);
        socket.next();
        long begun = System.nanoTime();
        askwell.close();

        assertThat(socket.closed()).succeedsWithin(Duration.ofSeconds(1));
        assertThat(Duration.ofNanos(System.nanoTime() - begun)).isLessThan(Duration.ofSeconds(10));
    }
}
