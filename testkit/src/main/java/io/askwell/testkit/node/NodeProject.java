package io.askwell.testkit.node;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Assumptions;

/** An npm project of the repository, installed once for each state of its lock file. */
public final class NodeProject {
    private static final Duration INSTALLATION = Duration.ofMinutes(5);
    private final Path directory;

    private NodeProject(Path directory) {
        this.directory = directory;
    }

    /** That of the tests, installed; without Node or npm, the test ends here. */
    public static NodeProject installed() {
        return installed("clients");
    }

    /**
     * The project, installed; without Node or npm, the test ends here.
     *
     * @param directory from the repository's root
     */
    public static synchronized NodeProject installed(String directory) {
        var project = new NodeProject(root().resolve(directory));
        try {
            project.install();
        } catch (IOException unusable) {
            missing("Node 20.19 or later with npm", unusable);
        }
        return project;
    }

    /**
     * Skips the test and says so in one line; with system property {@code clients} set to {@code required}, the test fails
     * instead.
     *
     * @param what the machine must have for it
     */
    public static void missing(String what, IOException why) {
        String message = "needs %s: %s".formatted(what, why.getMessage());
        if ("required".equals(System.getProperty("clients"))) {
            Assertions.fail(message, why);
        }
        System.out.println("SKIPPED: " + message);
        Assumptions.abort(message);
    }

    /** The repository's root: what the build says, or else the first directory upwards that holds the project. */
    public static Path root() {
        String told = System.getProperty("askwell.root");
        return told != null
                ? Path.of(told)
                : Stream.iterate(Path.of("").toAbsolutePath(), Path::getParent)
                        .filter(path -> Files.exists(path.resolve("clients/package.json"))).findFirst().orElseThrow();
    }

    /**
     * Runs a script of the project, or of a package that it uses, to its end.
     *
     * @param script its path from the project's directory
     */
    public Outcome run(Duration patience, String script, String... arguments) {
        try {
            return run(patience, Stream.concat(Stream.of("node", script), Stream.of(arguments)).toList());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** How a program ended, and all that it wrote. */
    public record Outcome(int exitCode, String output) {}

    /** Processes take turns: several modules may be tested at a time. */
    private void install() throws IOException {
        Path work = Files.createDirectories(directory.resolve("target"));
        try (var channel = FileChannel.open(work.resolve("install.lock"), StandardOpenOption.CREATE,
                StandardOpenOption.WRITE); var _ = channel.lock()) {
            Path stamp = directory.resolve("node_modules/.installed");
            String wanted = fingerprint(directory.resolve("package-lock.json"));
            if (Files.exists(stamp) && Files.readString(stamp).equals(wanted)) {
                require(run(Duration.ofSeconds(20), List.of("node", "--version")));
                return;
            }
            require(run(INSTALLATION, List.of(isWindows() ? "npm.cmd" : "npm", "ci")));
            Files.writeString(stamp, wanted);
        }
    }

    private static void require(Outcome outcome) throws IOException {
        if (outcome.exitCode() != 0) {
            throw new IOException(outcome.output().strip());
        }
    }

    private Outcome run(Duration patience, List<String> command) throws IOException {
        Path output = Files.createTempFile(directory.resolve("target"), "output", ".txt");
        var builder = new ProcessBuilder(command).directory(directory.toFile()).redirectErrorStream(true)
                .redirectOutput(output.toFile());
        // Tools that are run by tests have nothing to tell their makers.
        builder.environment().put("REDOCLY_TELEMETRY", "off");
        builder.environment().put("REDOCLY_SUPPRESS_UPDATE_NOTICE", "true");
        try {
            Process process = builder.start();
            if (!process.waitFor(patience)) {
                process.destroyForcibly();
                throw new IOException("%s took longer than %s".formatted(command, patience));
            }
            return new Outcome(process.exitValue(), Files.readString(output));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException(command + " was interrupted", e);
        } finally {
            Files.delete(output);
        }
    }

    private static String fingerprint(Path file) throws IOException {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(file)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    private static boolean isWindows() {
        return System.getProperty("os.name").toLowerCase(Locale.ROOT).startsWith("windows");
    }
}
