package io.askwell.bootstrap;

import io.askwell.testkit.node.NodeProject;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** The browser of the machine. */
final class Chromium {
    private static final List<String> NAMES = List.of("chromium", "chromium-browser", "google-chrome");

    private Chromium() {}

    /** Its program; without one, the test ends here. */
    static String program() throws IOException {
        var found = Stream.of(System.getenv("PATH").split(File.pathSeparator))
                .flatMap(directory -> NAMES.stream().map(name -> Path.of(directory, name))).filter(Files::isExecutable)
                .findFirst();
        if (found.isEmpty()) {
            var missing = new IOException("none of %s is in the PATH".formatted(NAMES));
            NodeProject.missing("Chromium", missing);
            throw missing;
        }
        return found.get().toString();
    }
}
