package io.askwell.socket;

import static io.askwell.socket.RawFrames.CLOSE;
import static io.askwell.socket.RawFrames.PING;
import static io.askwell.socket.RawFrames.PONG;
import static io.askwell.socket.RawFrames.frame;
import static io.askwell.testkit.Patience.await;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What every channel over a WebSocket makes of the protocol's own frames, those included that there must not be. */
public abstract class ControlFramesContract {
    /** A connection on which the channel has said hello, with terms that the test does not run into. */
    protected abstract RawFrames connect() throws IOException;

    /** How many there are. */
    protected abstract int connections();

    @Test
    void aPingIsAnsweredWithItsPayload() throws IOException {
        try (var socket = connect()) {
            byte[] longest = "x".repeat(125).getBytes(StandardCharsets.US_ASCII);

            assertThat(socket.send(PING, longest).next(PONG).payload()).isEqualTo(longest);
            assertThat(socket.send(PING).next(PONG).payload()).isEmpty();
        }
    }

    @Test
    void aPongThatNobodyAskedForSaysNothing() throws IOException {
        try (var socket = connect()) {
            assertThat(socket.send(PONG, (byte) 1).send(PING, (byte) 2).next().payload()).containsExactly(2);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1000, 1001, 3000, 4999})
    void aGoodByeIsAnsweredWithItsCode(int code) throws IOException {
        try (var socket = connect()) {
            assertThat(socket.send(CLOSE, (byte) (code >> 8), (byte) code, (byte) 'x').next(CLOSE).code())
                    .isEqualTo(code);
            assertThat(socket.hasEnded()).isTrue();
            awaitNobody();
        }
    }

    @Test
    void aGoodByeWithoutACodeIsAnsweredToo() throws IOException {
        try (var socket = connect()) {
            assertThat(socket.send(CLOSE).next(CLOSE).code()).isBetween(1000, 1005);
            assertThat(socket.hasEnded()).isTrue();
            awaitNobody();
        }
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource
    void whatTheProtocolDoesNotHaveEndsTheConnection(String what, int code, byte[] bytes) throws IOException {
        try (var socket = connect()) {
            assertThat(socket.send(bytes).next(CLOSE).code()).isEqualTo(code);
            assertThat(socket.hasEnded()).isTrue();
            awaitNobody();
        }
    }

    static Stream<Arguments> whatTheProtocolDoesNotHaveEndsTheConnection() {
        return Stream.of(
                Arguments.of("a ping of 126 bytes", 1002, frame(0x89, 0x80, new byte[126])),
                Arguments.of("a pong of 126 bytes", 1002, frame(0x8a, 0x80, new byte[126])),
                Arguments.of("a good-bye of 126 bytes", 1002, frame(0x88, 0x80, new byte[126])),
                Arguments.of("a ping in parts", 1002, frame(0x09, 0x80, (byte) 1)),
                Arguments.of("a good-bye of one byte", 1002, frame(0x88, 0x80, (byte) 3)),
                Arguments.of("a frame of an unknown kind", 1002, frame(0x8b, 0x80)),
                Arguments.of("a frame that is not masked", 1002, frame(0x81, 0, (byte) '4')),
                Arguments.of("the rest of a message that has not begun", 1002, frame(0x80, 0x80, (byte) '4')));
    }

    @ParameterizedTest
    @MethodSource
    void aGoodByeThatCannotBeSentBackEndsTheConnectionWithoutAWord(byte[] goodBye) throws IOException {
        try (var socket = connect()) {
            assertThat(socket.send(CLOSE, goodBye).hasEnded()).isTrue();
            awaitNobody();
        }
    }

    /** With a code that stands for no code, and with a reason that is no text. */
    static Stream<byte[]> aGoodByeThatCannotBeSentBackEndsTheConnectionWithoutAWord() {
        return Stream.of(new byte[]{(byte) (1005 >> 8), (byte) 1005}, new byte[]{3, (byte) 0xe8, (byte) 0xff});
    }

    private void awaitNobody() {
        await().until(() -> connections() == 0);
    }
}
