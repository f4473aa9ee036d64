package io.askwell.socket.agent;

import static io.askwell.socket.agent.QuestionSockets.ask;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.askwell.socket.RawFrames;
import java.io.IOException;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** Clients that do not read, do not answer, do not say who they are, or are too many. */
class QuestionSocketLimitsTest {
    private static final Duration LONG = Duration.ofSeconds(30);
    private static final Duration SHORT = Duration.ofMillis(400);
    /** More than the buffers of two ends of a local connection hold. */
    private static final long MOST_BYTES = 32_000_000;

    @Test
    void aClientThatDoesNotReadIsCutOffWhileAnotherIsServed() throws IOException {
        try (var sockets = QuestionSockets.start(LONG, Duration.ofSeconds(2), LONG, 10);
                var slow = RawFrames.connect(sockets.port(), "/agent/ws", "X-API-Key: " + QuestionSockets.KEY)) {
            slow.send(ask("0 big"));
            await().until(() -> sockets.runs.taken.get() > 10);

            long begun = System.nanoTime();
            assertThat(sockets.known().send(ask("1000 small")).until("answerComplete")).hasSize(1_003);
            assertThat(Duration.ofNanos(System.nanoTime() - begun)).isLessThan(Duration.ofSeconds(2));

            await().atMost(Duration.ofSeconds(10)).until(() -> sockets.runs.watchers.get() == 0);
            assertThat(sockets.runs.taken.get() * EndlessRuns.BIG).isLessThan(MOST_BYTES);
            await().atMost(Duration.ofSeconds(2)).until(() -> sockets.connections.count() == 1);
            // With a client of its own: Java's does not always tell of an end that came while it did not read.
            assertThat(slow.hasEnded()).isTrue();
        }
    }

    @Test
    void aClientThatSaysMuchAndReadsNothingIsNotReadEither() {
        try (var sockets = QuestionSockets.start(LONG, Duration.ofSeconds(1), LONG, 10)) {
            var slow = sockets.knownWithoutReading().send(ask("0 big"));
            await().until(() -> sockets.runs.taken.get() > 10);
            for (int i = 0; i < 1_000; i++) {
                slow.send(ask("fail"));
            }

            await().atMost(Duration.ofSeconds(10)).until(() -> sockets.connections.count() == 0);
            assertThat(sockets.runs.asked).hasSizeLessThan(1_001);
        }
    }

    @Test
    void pingsOfAClientThatReadsNothingDoNotPileUp() {
        try (var sockets = QuestionSockets.start(LONG, Duration.ofSeconds(1), LONG, 10)) {
            var slow = sockets.knownWithoutReading();

            assertThat(slow.pingUntilCut(200_000)).isLessThan(200_000);
            await().atMost(Duration.ofSeconds(10)).until(() -> sockets.connections.count() == 0);
        }
    }

    @Test
    void aClientThatDoesNotAnswerAPingIsSentAwayAndOneThatDoesIsNot() {
        try (var sockets = QuestionSockets.start(SHORT, SHORT, LONG, 10)) {
            var silent = sockets.knownWithoutReading().send(ask("1 never"));
            var alive = sockets.known().send(ask("1 never"));
            alive.until("answerChunk");

            await().atMost(Duration.ofSeconds(5)).until(() -> sockets.runs.watchers.get() == 1);
            silent.read();
            assertThat(silent.closed()).isEqualTo(4408);
            await().pollDelay(SHORT.multipliedBy(4)).until(alive::isOpen);
        }
    }

    @Test
    void aClientThatShowsNoKeyInTimeIsSentAway() {
        try (var sockets = QuestionSockets.start(LONG, LONG, SHORT, 10)) {
            var known = sockets.stranger().send("{\"type\":\"auth\",\"apiKey\":\"alice-key\"}");
            var stranger = sockets.stranger().send("{\"type\":\"ping\"}");

            assertThat(stranger.closed()).isEqualTo(4401);
            await().pollDelay(SHORT).until(known::isOpen);
        }
    }

    @Test
    void noMoreClientsAreLetInThanThereMayBe() {
        try (var sockets = QuestionSockets.start(LONG, LONG, LONG, 2)) {
            var first = sockets.known();
            sockets.known();

            assertThat(sockets.refusal()).isEqualTo(503);
            first.close();
            await().atMost(Duration.ofSeconds(2)).until(() -> sockets.connections.count() == 1);
            assertThat(sockets.known().next()).isEqualTo("{\"type\":\"ready\"}");
        }
    }

    @Test
    void clientsAreSentAwayWhenTheServerStops() {
        try (var sockets = QuestionSockets.start()) {
            var socket = sockets.known().send(ask("1 never"));
            socket.until("answerChunk");
            sockets.connections.stop();

            assertThat(socket.closed()).isEqualTo(1001);
            assertThat(sockets.known().closed()).isEqualTo(1001);
            await().atMost(Duration.ofSeconds(2)).until(() -> sockets.runs.watchers.get() == 0);
        }
    }
}
