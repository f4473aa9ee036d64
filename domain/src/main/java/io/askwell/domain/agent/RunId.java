package io.askwell.domain.agent;

import java.util.UUID;

/** Names one run of one question. Random, so that it cannot be guessed. */
public record RunId(String value) {

    /**
     * Reads an id that a client sent.
     *
     * @throws RunNotFound if no run can have it
     */
    public static RunId parse(String text) {
        var id = new RunId(text);
        try {
            // UUID's own parser takes shorter forms too, and no run is named so.
            if (UUID.fromString(text).toString().equals(text)) {
                return id;
            }
        } catch (IllegalArgumentException none) {
            throw new RunNotFound(id);
        }
        throw new RunNotFound(id);
    }
}
