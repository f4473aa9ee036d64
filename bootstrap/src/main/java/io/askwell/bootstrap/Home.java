package io.askwell.bootstrap;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Optional;
import org.springframework.core.env.PropertyResolver;

/**
 * The directory that Askwell keeps its own things in, {@code .askwell} in the place it was started at or in ASKWELL_HOME.
 * Only its owner may read what is in it.
 */
public record Home(Path root) {
    private static final boolean POSIX = FileSystems.getDefault().supportedFileAttributeViews().contains("posix");

    public static Home of(PropertyResolver environment) {
        return new Home(Path.of(environment.getProperty("ASKWELL_HOME", "")).toAbsolutePath().normalize());
    }

    /** The directory, made if need be. */
    public Path directory() {
        Path directory = root.resolve(".askwell");
        try {
            return Files.createDirectories(directory, ownerOnly("rwx------"));
        } catch (IOException e) {
            throw new StartupProblem("The directory %s cannot be made: %s".formatted(directory, e.getMessage()),
                    "Start Askwell where it may write, or set ASKWELL_HOME to such a directory.");
        }
    }

    /** The text of a file in the directory, without white space at its ends, or empty if there is no such file. */
    public Optional<String> read(String name) {
        Path file = directory().resolve(name);
        try {
            return Files.exists(file) ? Optional.of(Files.readString(file).strip()) : Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Writes a new file that only its owner may read: it is there with all of its text, or not at all. */
    public Path write(String name, String text) {
        Path file = directory().resolve(name);
        try {
            Path draft = Files.createTempFile(directory(), name, ".new", ownerOnly("rw-------"));
            Files.writeString(draft, text + System.lineSeparator());
            return Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static FileAttribute<?>[] ownerOnly(String permissions) {
        return POSIX
                ? new FileAttribute<?>[]{
                        PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(permissions))}
                : new FileAttribute<?>[0];
    }
}
