package io.askwell.bootstrap.database;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A Postgres that a killed Askwell left running on the data directory. Since that Askwell's lock is ours now, nobody else
 * uses it.
 */
record OrphanedPostgres(Path data) {
    private static final Logger log = LoggerFactory.getLogger(OrphanedPostgres.class);
    private static final int PATIENCE_SECONDS = 15;

    void stop() throws IOException {
        var orphan = find();
        if (orphan.isPresent()) {
            log.info("Stopping the Postgres (process {}) that an earlier Askwell left behind", orphan.get().pid());
            orphan.get().destroy();
            if (!endsInTime(orphan.get())) {
                // Its write-ahead log brings it back.
                orphan.get().destroyForcibly();
                endsInTime(orphan.get());
            }
        }
    }

    /** The first line of the file is the process; but its number may be another process's by now. */
    private Optional<ProcessHandle> find() throws IOException {
        Path file = data.resolve("postmaster.pid");
        if (Files.notExists(file)) {
            return Optional.empty();
        }
        return Files.readAllLines(file).stream().findFirst().map(String::strip)
                .filter(line -> line.matches("\\d{1,18}"))
                .flatMap(line -> ProcessHandle.of(Long.parseLong(line)))
                .filter(process -> process.info().commandLine().filter(this::isOurs).isPresent());
    }

    private boolean isOurs(String commandLine) {
        return commandLine.contains("postgres") && commandLine.contains(data.toString());
    }

    private static boolean endsInTime(ProcessHandle process) {
        return process.onExit().completeOnTimeout(process, PATIENCE_SECONDS, TimeUnit.SECONDS)
                .thenApply(ended -> !ended.isAlive()).join();
    }
}
