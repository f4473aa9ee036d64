package io.askwell.interpreter.corpus;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;

/** The files of questions, and of the rows that they are asked of. */
public final class Corpus {
    private Corpus() {}

    /** SQL that adds to the rows of the sample shop. */
    public static String shopRows() {
        return text("shop.sql");
    }

    static String text(String file) {
        try (var found = Objects.requireNonNull(Corpus.class.getResourceAsStream(file))) {
            return new String(found.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    static List<String> lines(String file) {
        return text(file).lines().filter(line -> !line.isBlank() && !line.startsWith("#")).toList();
    }
}
