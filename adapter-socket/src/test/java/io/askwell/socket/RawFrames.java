package io.askwell.socket;

import static io.askwell.testkit.Patience.PATIENCE;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.Closeable;
import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** A WebSocket spoken byte by byte: it can send what no client sends, and reads only when it is told to. */
public final class RawFrames implements Closeable {
    public static final int TEXT = 1;
    public static final int CLOSE = 8;
    public static final int PING = 9;
    public static final int PONG = 10;
    private static final int WHOLE = 0x80;
    private static final int MASKED = 0x80;
    private final Socket socket;
    private final DataInputStream in;

    private RawFrames(Socket socket) throws IOException {
        this.socket = socket;
        this.in = new DataInputStream(new BufferedInputStream(socket.getInputStream()));
    }

    /** A frame as it came; its payload is at most 64 KB. */
    public record Frame(int opcode, byte[] payload) {

        public String text() {
            return new String(payload, StandardCharsets.UTF_8);
        }

        /** Of a close frame; 1005 if it has none. */
        public int code() {
            return payload.length < 2 ? 1005 : (payload[0] & 0xff) << 8 | payload[1] & 0xff;
        }
    }

    /** @param headers lines of the handshake beside the usual ones */
    public static RawFrames connect(int port, String target, String... headers) throws IOException {
        var socket = new Socket();
        // What the kernel takes in for somebody who does not read.
        socket.setReceiveBufferSize(4_096);
        socket.setSoTimeout(Math.toIntExact(PATIENCE.toMillis()));
        socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
        var frames = new RawFrames(socket);
        frames.handshake(target, headers);
        return frames;
    }

    private void handshake(String target, String... headers) throws IOException {
        String request = "GET " + target + " HTTP/1.1\r\nHost: x\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n"
                + "Sec-WebSocket-Version: 13\r\nSec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n"
                + String.join("", Arrays.stream(headers).map(header -> header + "\r\n").toList()) + "\r\n";
        send(request.getBytes(StandardCharsets.US_ASCII));
        var response = new StringBuilder();
        while (!response.toString().endsWith("\r\n\r\n")) {
            response.append((char) in.readUnsignedByte());
        }
        if (!response.toString().startsWith("HTTP/1.1 101")) {
            throw new IOException(response.toString());
        }
    }

    /** A whole frame, as a client has to send it. */
    public RawFrames send(int opcode, byte... payload) throws IOException {
        return send(frame(WHOLE | opcode, MASKED, payload));
    }

    public RawFrames send(String text) throws IOException {
        return send(TEXT, text.getBytes(StandardCharsets.UTF_8));
    }

    /** Whatever it is. */
    public RawFrames send(byte... bytes) throws IOException {
        socket.getOutputStream().write(bytes);
        return this;
    }

    /**
     * A frame, whether the protocol has such or not. Its mask is 0, so that the payload stays what it is.
     *
     * @param head the first byte: flags and opcode
     * @param masked 0x80 or 0
     */
    public static byte[] frame(int head, int masked, byte... payload) {
        var frame = new ByteArrayOutputStream();
        frame.write(head);
        if (payload.length < 126) {
            frame.write(masked | payload.length);
        } else {
            frame.write(masked | 126);
            frame.write(payload.length >> 8);
            frame.write(payload.length);
        }
        if (masked != 0) {
            frame.writeBytes(new byte[4]);
        }
        frame.writeBytes(payload);
        return frame.toByteArray();
    }

    /** The next frame, which must come. */
    public Frame next() throws IOException {
        int opcode = in.readUnsignedByte() & 0x0f;
        int length = in.readUnsignedByte();
        byte[] payload = new byte[length == 126 ? in.readUnsignedShort() : length];
        in.readFully(payload);
        return new Frame(opcode, payload);
    }

    /** The next frame of that kind. */
    public Frame next(int opcode) throws IOException {
        Frame next = next();
        return next.opcode() == opcode ? next : next(opcode);
    }

    /** Whether the server has ended the connection, after all that it has sent or by a reset; it must. */
    public boolean hasEnded() throws IOException {
        try {
            while (true) {
                next();
            }
        } catch (EOFException | SocketException ended) {
            return true;
        }
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
