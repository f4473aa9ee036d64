package io.askwell.bootstrap;

import static org.assertj.core.api.Assertions.assertThat;

import io.askwell.testkit.postgres.TestDatabase;
import io.askwell.testkit.postgres.TestPostgres;
import java.io.IOException;
import java.io.OutputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The application is killed in the middle of an import: all of it is stored, or nothing. */
class ImportCrashTest {
    private static final String SESSIONS = "SELECT count(*) FROM pg_stat_activity WHERE datname = current_database() "
            + "AND application_name = 'askwell-api'";

    @TempDir
    private Path directory;

    @Test
    void aKilledImportLeavesNothingBehind() throws Exception {
        TestDatabase database = TestPostgres.create();
        try (var askwell = AskwellProcess.on(database, directory);
                var socket = new Socket("127.0.0.1", askwell.port())) {
            sendHalf(socket.getOutputStream());
            await("rows are written, though not committed", () -> database.query(
                    "SELECT nextval(pg_get_serial_sequence('public.customer', 'id'))").stream()
                    .allMatch(next -> Long.parseLong(next) > 10_000));
            askwell.kill();
        }
        await("the database has noticed", () -> database.query(SESSIONS).equals(List.of("0")));
        assertThat(database.query("SELECT count(*) FROM public.customer")).containsExactly("3");
    }

    /** A request whose body never ends. */
    private static void sendHalf(OutputStream out) throws IOException {
        out.write(("POST /customers/import HTTP/1.1\r\nHost: localhost\r\nX-API-Key: " + RunningAskwell.KEY
                + "\r\nContent-Type: application/x-ndjson\r\nContent-Length: 100000000\r\n\r\n")
                .getBytes(StandardCharsets.UTF_8));
        for (int i = 0; i < 40_000; i++) {
            out.write("{\"name\": \"Half %d\", \"email\": \"half-%d@example.com\"}\n".formatted(i, i)
                    .getBytes(StandardCharsets.UTF_8));
        }
        out.flush();
    }

    private interface Check {
        boolean holds() throws Exception;
    }

    private static void await(String what, Check check) throws Exception {
        for (int i = 0; i < 600; i++) {
            if (check.holds()) {
                return;
            }
            TimeUnit.MILLISECONDS.sleep(100);
        }
        throw new AssertionError("not in time: " + what);
    }
}
