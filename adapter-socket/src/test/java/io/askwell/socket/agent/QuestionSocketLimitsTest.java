package io.askwell.socket.agent;

import static io.askwell.socket.agent.QuestionSockets.ask;
import static io.askwell.testkit.Patience.FOREVER;
import static io.askwell.testkit.Patience.await;
import static org.assertj.core.api.Assertions.assertThat;

import io.askwell.socket.RawFrames;
import java.io.IOException;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** Clients that do not read, do not answer, do not say who they are, or are too many. */
class QuestionSocketLimitsTest {
    private static final Duration SHORT = Duration.ofMillis(400);
    /** Long for a client that does what it should, on a slow machine too. */
    private static final Duration A_WHILE = Duration.ofSeconds(2);
    /** More than the buffers of two ends of a local connection hold. */
    private static final long MOST_BYTES = 32_000_000;

    @Test
    void whileAClientDoesNotReadAnotherIsServed() throws IOException {
        try (var sockets = QuestionSockets.start(FOREVER, FOREVER, FOREVER, 10); var slow = connect(sockets)) {
            slow.send(ask("0 big"));
            await().until(() -> sockets.runs.taken.get() > 10);

            assertThat(sockets.known().send(ask("1000 small")).until("answerComplete")).hasSize(1_003);
            assertThat(sockets.connections.count()).isEqualTo(2);
        }
    }

    @Test
    void aClientThatDoesNotReadIsCutOff() throws IOException {
        try (var sockets = QuestionSockets.start(FOREVER, A_WHILE, FOREVER, 10); var slow = connect(sockets)) {
            slow.send(ask("0 big"));
            await().until(() -> sockets.runs.taken.get() > 10);

            await().until(() -> sockets.runs.watchers.get() == 0);
            assertThat(sockets.runs.taken.get() * EndlessRuns.BIG).isLessThan(MOST_BYTES);
            await().until(() -> sockets.connections.count() == 0);
            // With a client of its own: Java's does not always tell of an end that came while it did not read.
            assertThat(slow.hasEnded()).isTrue();
        }
    }

    private static RawFrames connect(QuestionSockets sockets) throws IOException {
        return RawFrames.connect(sockets.port(), "/agent/ws", "X-API-Key: " + QuestionSockets.KEY);
    }

    @Test
    void aClientThatSaysMuchAndReadsNothingIsNotReadEither() {
        try (var sockets = QuestionSockets.start(FOREVER, A_WHILE, FOREVER, 10)) {
            var slow = sockets.knownWithoutReading().send(ask("0 big"));
            await().until(() -> sockets.runs.taken.get() > 10);
            for (int i = 0; i < 1_000; i++) {
                slow.send(ask("fail"));
            }

            await().until(() -> sockets.connections.count() == 0);
            assertThat(sockets.runs.asked).hasSizeLessThan(1_001);
        }
    }

    @Test
    void pingsOfAClientThatReadsNothingDoNotPileUp() {
        try (var sockets = QuestionSockets.start(FOREVER, A_WHILE, FOREVER, 10)) {
            var slow = sockets.knownWithoutReading();

            assertThat(slow.pingUntilCut(200_000)).isLessThan(200_000);
            await().until(() -> sockets.connections.count() == 0);
        }
    }

    @Test
    void aClientThatDoesNotAnswerAPingIsSentAwayAndOneThatDoesIsNot() {
        try (var sockets = QuestionSockets.start(SHORT, A_WHILE, FOREVER, 10)) {
            var silent = sockets.knownWithoutReading().send(ask("1 never"));
            var alive = sockets.known().send(ask("1 never"));
            alive.until("answerChunk");

            await().until(() -> sockets.runs.watchers.get() == 1);
            silent.read();
            assertThat(silent.closed()).isEqualTo(4408);
            await().pollDelay(A_WHILE.plus(SHORT)).until(alive::isOpen);
        }
    }

    @Test
    void aClientThatShowsNoKeyInTimeIsSentAway() {
        try (var sockets = QuestionSockets.start(FOREVER, FOREVER, A_WHILE, 10)) {
            var known = sockets.stranger().send("{\"type\":\"auth\",\"apiKey\":\"alice-key\"}");
            var stranger = sockets.stranger().send("{\"type\":\"ping\"}");

            assertThat(stranger.closed()).isEqualTo(4401);
            await().pollDelay(SHORT).until(known::isOpen);
        }
    }

    @Test
    void noMoreClientsAreLetInThanThereMayBe() {
        try (var sockets = QuestionSockets.start(FOREVER, FOREVER, FOREVER, 2)) {
            var first = sockets.known();
            sockets.known();

            assertThat(sockets.refusal()).isEqualTo(503);
            first.close();
            await().until(() -> sockets.connections.count() == 1);
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
            await().until(() -> sockets.runs.watchers.get() == 0);
        }
    }
}
