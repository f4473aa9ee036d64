package io.askwell.bootstrap;

import static io.askwell.testkit.Patience.PATIENCE;
import static io.askwell.testkit.Patience.await;
import static org.assertj.core.api.Assertions.assertThat;

import io.askwell.testkit.postgres.TestDatabase;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Askwell in a process of its own, which can be killed in the middle of its work. */
final class AskwellProcess implements AutoCloseable {
    private final Process process;
    private final int port;

    private AskwellProcess(Process process, int port) {
        this.process = process;
        this.port = port;
    }

    /**
     * Starts it and waits until it answers.
     *
     * @param directory an empty one, which gets its log
     * @param settings such as {@code LLM_MODEL=scripted}
     */
    static AskwellProcess on(TestDatabase database, Path directory, String... settings) throws IOException {
        Path ready = directory.resolve("port");
        Path log = directory.resolve("askwell.log");
        var command = new ArrayList<>(List.of(ProcessHandle.current().info().command().orElseThrow(), "-cp",
                System.getProperty("java.class.path"), Main.class.getName(), ready.toString(),
                "DB_HOST=" + database.host(), "DB_PORT=" + database.port(), "DB_NAME=" + database.name(),
                "DB_USER=" + database.user(), "DB_PASS=" + database.password(), "API_KEY=" + RunningAskwell.KEY));
        command.addAll(List.of(settings));
        Process process = new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(log.toFile()).start();
        try {
            await().atMost(PATIENCE.multipliedBy(4)).until(() -> Files.exists(ready) || !process.isAlive());
            assertThat(process.isAlive()).as(Files.readString(log)).isTrue();
            return new AskwellProcess(process, Integer.parseInt(Files.readString(ready).strip()));
        } catch (IOException | RuntimeException | AssertionError failed) {
            process.destroyForcibly();
            throw failed;
        }
    }

    int port() {
        return port;
    }

    /** At once, as if its machine had lost its power. */
    void kill() throws InterruptedException {
        process.destroyForcibly().waitFor();
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }

    /** The process. */
    static final class Main {
        public static void main(String[] arguments) throws IOException {
            var askwell = RunningAskwell.start(Arrays.copyOfRange(arguments, 1, arguments.length));
            Path ready = Path.of(arguments[0]);
            Files.writeString(ready.resolveSibling("draft"), String.valueOf(askwell.port()));
            Files.move(ready.resolveSibling("draft"), ready);
        }
    }
}
