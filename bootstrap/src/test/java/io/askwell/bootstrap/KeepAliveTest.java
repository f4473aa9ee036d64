package io.askwell.bootstrap;

import static io.askwell.testkit.Patience.PATIENCE;
import static org.assertj.core.api.Assertions.assertThat;

import io.askwell.testkit.postgres.TestPostgres;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;

/** A connection goes on after a response that was made at once, as errors are. */
class KeepAliveTest {
    private static final int REQUESTS = 500;

    @Test
    void noRequestWaitsForEverBehindAnError() throws IOException {
        try (var askwell = RunningAskwell.on(TestPostgres.create());
                var socket = new Socket("127.0.0.1", askwell.port())) {
            socket.setSoTimeout(Math.toIntExact(PATIENCE.toMillis()));
            var responses = new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8));
            for (int i = 0; i < REQUESTS; i++) {
                String path = List.of("/customers/1", "/customers/x", "/nowhere", "/orders?limit=0").get(i % 4);
                socket.getOutputStream().write("GET %s HTTP/1.1\r\nHost: localhost\r\nX-API-Key: %s\r\n\r\n"
                        .formatted(path, RunningAskwell.KEY).getBytes(StandardCharsets.UTF_8));
                assertThat(status(responses)).as("request %d, %s", i, path)
                        .isEqualTo(List.of(200, 400, 404, 400).get(i % 4));
            }
        }
    }

    /** Reads a whole response. */
    private static int status(BufferedReader responses) throws IOException {
        int status = Integer.parseInt(responses.readLine().split(" ")[1]);
        int length = 0;
        for (String line = responses.readLine(); !line.isEmpty(); line = responses.readLine()) {
            if (line.toLowerCase(Locale.ROOT).startsWith("content-length:")) {
                length = Integer.parseInt(line.substring("content-length:".length()).strip());
            }
        }
        responses.skip(length);
        return status;
    }
}
