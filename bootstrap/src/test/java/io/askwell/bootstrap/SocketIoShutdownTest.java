package io.askwell.bootstrap;

import static org.assertj.core.api.Assertions.assertThat;

import io.askwell.testkit.postgres.TestPostgres;
import io.askwell.testkit.socket.TextSocket;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

class SocketIoShutdownTest {
    @Test
    void clientsAreSentAwayAtOnceWhenTheServerStops() {
        var askwell = RunningAskwell.on(TestPostgres.create());
        var socket = TextSocket.connect(askwell.port(), SocketIoTest.SOCKET_IO);
        socket.next();
        long begun = System.nanoTime();
        askwell.close();

        assertThat(CompletableFuture.supplyAsync(socket::closed)).succeedsWithin(Duration.ofSeconds(1))
                .isNotEqualTo(TextSocket.BROKEN);
        assertThat(Duration.ofNanos(System.nanoTime() - begun)).isLessThan(Duration.ofSeconds(10));
    }
}
