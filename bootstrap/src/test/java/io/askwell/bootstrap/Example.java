package io.askwell.bootstrap;

import io.askwell.testkit.node.NodeProject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** A client of those to copy from, as its users run it. */
enum Example {
    NODE {
        @Override
        List<String> command(String question) {
            NodeProject.installed(EXAMPLES);
            return List.of("node", file("ask.js"), question);
        }
    },
    WEBSOCKET {
        @Override
        List<String> command(String question) {
            NodeProject.installed(EXAMPLES);
            return List.of("node", file("ask-websocket.js"), question);
        }
    },
    PAGE {
        @Override
        List<String> command(String question) throws IOException {
            NodeProject.installed(EXAMPLES);
            NodeProject.installed();
            return List.of("node", NodeProject.root().resolve("clients/browser/ask.mjs").toString(),
                    Chromium.program(), question);
        }
    },
    CURL {
        private static final Pattern CHUNK = Pattern.compile("\"chunk\":\"([^\"]*)\"");

        @Override
        List<String> command(String question) throws IOException {
            new ProcessBuilder("curl", "--version").redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD).start();
            return List.of("sh", file("ask.sh"), question);
        }

        @Override
        String answer(String output) {
            return CHUNK.matcher(output).results().map((MatchResult chunk) -> chunk.group(1))
                    .collect(Collectors.joining());
        }
    },
    JAVA {
        @Override
        List<String> command(String question) {
            return List.of(ProcessHandle.current().info().command().orElseThrow(),
                    "-Dlogback.configurationFile=example-log.xml", "-cp", System.getProperty("java.class.path"),
                    file("Ask.java"), question);
        }
    };

    private static final String EXAMPLES = "examples";

    /** What runs it; the test ends here if the machine lacks what it needs. */
    abstract List<String> command(String question) throws IOException;

    /** What it has printed of the answer. */
    String answer(String output) {
        return output;
    }

    private static String file(String name) {
        return NodeProject.root().resolve(EXAMPLES).resolve(name).toString();
    }

    /**
     * Begins to ask.
     *
     * @param directory an empty one, which gets what it prints
     * @param environment {@code ASKWELL}, the server; {@code KEY}; and {@code PAGE}, where the page is
     */
    Asking ask(Path directory, Map<String, String> environment, String question) throws IOException {
        List<String> command;
        try {
            command = command(question);
        } catch (IOException missing) {
            NodeProject.missing(name().toLowerCase(Locale.ROOT), missing);
            throw missing;
        }
        Path output = directory.resolve("output");
        Path log = directory.resolve("log");
        var builder = new ProcessBuilder(command).redirectOutput(output.toFile()).redirectError(log.toFile());
        builder.environment().putAll(environment);
        return new Asking(this, builder.start(), output, log);
    }

    /** One that is at it. */
    record Asking(Example example, Process process, Path output, Path log) implements AutoCloseable {

        String answer() throws IOException {
            return example.answer(Files.readString(output));
        }

        /** All that it has printed, what was no answer too. */
        String everything() throws IOException {
            return Files.readString(output) + Files.readString(log);
        }

        @Override
        public void close() {
            process.destroyForcibly();
        }
    }
}
