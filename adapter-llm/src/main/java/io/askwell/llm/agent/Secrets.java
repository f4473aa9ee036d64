package io.askwell.llm.agent;

import java.util.Optional;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Leaves out the key of the model's server, and addresses of databases or with passwords. None of them is in a prompt, so
 * no model should know them; this is for the day when one does. Held back is a last word that may become one.
 */
final class Secrets {
    /** Stands where something is left out. */
    static final String MARK = "[withheld]";
    private static final String BEGINNING = "(?<![\\p{L}\\p{N}])";
    private static final String[] NAMES = {"jdbc:", "r2dbc:", "postgres://", "postgresql://", "mysql://", "mariadb://",
            "redis://", "mongodb://", "mongodb+srv://", "amqp://", "password=", "passwd=", "pwd="};
    private static final String CREDENTIALS = "://[^\\s/@]*:[^\\s/@]*@";
    private static final int SHORTEST_KEY = 8;

    private Secrets() {}

    /** @param key of the model's server; one too short to be a secret is not looked for */
    static PatternFilter filter(Optional<String> key, Consumer<String> shown) {
        Optional<String> secret = key.filter(text -> text.length() >= SHORTEST_KEY);
        String names = Stream.of(NAMES).map(Pattern::quote).collect(Collectors.joining("|", "(?:", ")"));
        String found = BEGINNING + names + "\\S*|" + CREDENTIALS + "\\S*"
                + secret.map(text -> "|" + BEGINNING + Pattern.quote(text)).orElse("");
        String undecided = BEGINNING + names + "\\S*\\z|:(?:/(?:/\\S*)?)?\\z|" + BEGINNING
                + Stream.concat(Stream.of(NAMES), secret.stream()).flatMap(Secrets::beginnings).map(Pattern::quote)
                        .distinct().collect(Collectors.joining("|", "(?:", ")\\z"));
        return new PatternFilter(Pattern.compile(found, Pattern.CASE_INSENSITIVE),
                Pattern.compile(undecided, Pattern.CASE_INSENSITIVE), match -> MARK, shown);
    }

    private static Stream<String> beginnings(String name) {
        return IntStream.range(1, name.length()).mapToObj(length -> name.substring(0, length));
    }
}
