package io.askwell.interpreter.synonyms;

/** The YAML does not say what it should; the message names the key. */
public final class MalformedSynonyms extends RuntimeException {
    MalformedSynonyms(String key, String problem) {
        super("Synonyms, at '%s': %s".formatted(key, problem));
    }

    MalformedSynonyms(String problem, Throwable cause) {
        super("Synonyms: " + problem, cause);
    }
}
