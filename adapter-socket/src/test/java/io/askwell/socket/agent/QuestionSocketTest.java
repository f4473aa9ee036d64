package io.askwell.socket.agent;

import static io.askwell.socket.agent.QuestionSockets.ask;
import static io.askwell.testkit.Patience.await;
import static org.assertj.core.api.Assertions.assertThat;

import io.askwell.domain.access.ClientAddress;
import io.askwell.testkit.socket.TextSocket;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

/** What is said over a plain WebSocket, frame by frame. */
class QuestionSocketTest {
    private static final QuestionSockets sockets = QuestionSockets.start();
    private static final String READY = "{\"type\":\"ready\"}";

    @AfterAll
    static void stop() {
        sockets.close();
    }

    @Test
    void aQuestionIsAcceptedAndItsEventsComeInOrderAndOnce() {
        var socket = sockets.known().send(ask("1000 small", "q1"));

        assertThat(socket.next()).isEqualTo(READY);
        String accepted = socket.next();
        assertThat(accepted).startsWith("{\"type\":\"accepted\",\"ref\":\"q1\",\"runId\":");
        String run = accepted.replaceAll(".*\"runId\":\"([^\"]+)\".*", "$1");
        List<String> events = socket.until("answerComplete");
        assertThat(events.subList(0, 1_000)).isEqualTo(IntStream.range(0, 1_000).mapToObj(
                number -> "{\"type\":\"answerChunk\",\"runId\":\"%s\",\"id\":\"1.%d\",\"chunk\":\"%d \"}"
                        .formatted(run, number + 1, number))
                .toList());
        assertThat(events).hasSize(1_001);
        assertThat(sockets.runs.asked.getLast().caller().name()).isEqualTo("alice");
        assertThat(sockets.runs.asked.getLast().detached()).isFalse();
        assertThat(sockets.runs.addresses.getLast()).isEqualTo(ClientAddress.of("192.0.2.7"));
    }

    @Test
    void aQuestionIsAcceptedThoughNothingHappensInItsRunYet() {
        var socket = sockets.known().send(ask("0 never", "q1"));

        assertThat(socket.next()).isEqualTo(READY);
        assertThat(socket.next()).startsWith("{\"type\":\"accepted\",\"ref\":\"q1\",\"runId\":");
    }

    @Test
    void aKeyMayComeInAFrame() {
        var socket = sockets.stranger();

        assertThat(socket.send("{\"type\":\"ping\",\"ref\":\"p\"}").next())
                .isEqualTo("{\"type\":\"pong\",\"ref\":\"p\"}");
        assertThat(socket.send(ask("1 small", "q")).next()).startsWith(
                "{\"type\":\"error\",\"ref\":\"q\",\"error\":{\"type\":\"key-required\",\"message\":");
        assertThat(socket.send("{\"type\":\"auth\",\"apiKey\":\"bob-key\"}").next()).isEqualTo(READY);
        socket.send(ask("1 small")).until("answerComplete");
        assertThat(sockets.runs.asked.getLast().caller().name()).isEqualTo("bob");
        assertThat(socket.send("{\"type\":\"auth\",\"apiKey\":\"alice-key\"}").next())
                .contains("must not be auth again");
    }

    @Test
    void aWrongKeyEndsTheConnection() {
        var socket = sockets.stranger().send("{\"type\":\"auth\",\"apiKey\":\"wrong\",\"ref\":\"a\"}");

        assertThat(socket.next()).isEqualTo("{\"type\":\"error\",\"ref\":\"a\",\"error\":{\"type\":\"key-required\","
                + "\"message\":\"The key is not valid.\","
                + "\"errors\":[{\"field\":\"apiKey\",\"message\":\"is not valid\"}]}}");
        assertThat(socket.closed()).isEqualTo(4401);
    }

    @Test
    void whatCannotBeReadIsRefusedAndTheConnectionGoesOn() {
        var socket = sockets.known();
        socket.next();

        assertThat(socket.send("nonsense").next()).isEqualTo("{\"type\":\"error\",\"error\":{\"type\":"
                + "\"invalid-request\",\"message\":\"frame: is not valid JSON (line 1, column 1)\",\"errors\":"
                + "[{\"field\":\"frame\",\"message\":\"is not valid JSON (line 1, column 1)\"}]}}");
        assertThat(socket.send("{\"type\":\"shout\",\"ref\":\"s\"}").next()).contains("\"ref\":\"s\"",
                "type: must be one of auth, ask, resume, cancel, ping");
        assertThat(socket.sendBinary((byte) 1, (byte) 2).next()).contains("frame: must be text, but is binary");
        assertThat(socket.send("{\"type\":\"ping\"}").next()).isEqualTo("{\"type\":\"pong\"}");
    }

    @Test
    void aFloodOfFaultsEndsTheConnection() {
        var socket = sockets.known();
        socket.next();
        for (int i = 0; i <= FaultAllowance.AT_ONCE; i++) {
            socket.send("{\"type\":\"ask\"}");
        }

        for (int i = 0; i <= FaultAllowance.AT_ONCE; i++) {
            assertThat(socket.next()).contains("invalid-request");
        }
        assertThat(socket.closed()).isEqualTo(1008);
    }

    @Test
    void aFrameThatIsTooLongEndsTheConnection() {
        assertThat(sockets.known().send(ask("x".repeat(5_000))).closed()).isEqualTo(1009);

        var inParts = sockets.known();
        for (int i = 0; i < 3; i++) {
            inParts.sendPart(" ".repeat(2_000));
        }
        assertThat(inParts.closed()).isEqualTo(1009);
    }

    @Test
    void severalQuestionsAtOnceAndNoMoreThanAllowed() {
        var socket = sockets.known().send(ask("1 never", "one")).send(ask("1 never", "two"));
        List<String> begun = new ArrayList<>(socket.until("answerChunk"));
        begun.addAll(socket.until("answerChunk"));

        assertThat(begun).anyMatch(frame -> frame.contains("\"ref\":\"one\""))
                .anyMatch(frame -> frame.contains("\"ref\":\"two\""));
        assertThat(socket.send(ask("1 small", "three")).next()).startsWith(
                "{\"type\":\"error\",\"ref\":\"three\",\"error\":{\"type\":\"too-many-at-once\",");
        assertThat(socket.send("{\"type\":\"ping\"}").next()).isEqualTo("{\"type\":\"pong\"}");
    }

    @Test
    void whatTheAgentRefusesIsSaidAndFreesThePlace() {
        var socket = sockets.known();
        socket.next();
        for (int i = 0; i < 5; i++) {
            assertThat(socket.send(ask("fail")).next()).isEqualTo("{\"type\":\"error\",\"error\":"
                    + "{\"type\":\"agent-unavailable\",\"message\":\"There is no agent today.\"}}");
        }
    }

    @Test
    void aMistakeOfOursIsNoFaultOfTheClient() {
        assertThat(sockets.known().send(ask("0 broken")).closed()).isEqualTo(1011);
    }

    @Test
    void aPingOfTheProtocolIsAnsweredByItsOwnBytes() {
        assertThat(sockets.known().ping((byte) 0, (byte) 200, (byte) 7)).containsExactly(0, 200, 7);
    }

    @Test
    void aClientThatGoesAwayWatchesNoLonger() {
        try (var others = QuestionSockets.start()) {
            for (var leave : List.<Consumer<TextSocket>>of(TextSocket::close,
                    TextSocket::breakOff)) {
                var socket = others.known().send(ask("1 never"));
                socket.until("answerChunk");
                leave.accept(socket);

                await().until(() -> others.runs.watchers.get() == 0);
                await().until(() -> others.connections.count() == 0);
            }
        }
    }
}
