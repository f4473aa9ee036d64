package io.askwell.domain.agent;

import java.util.List;

/** What the grammar makes of a question. It never guesses. */
public sealed interface Interpretation {

    /**
     * Every word is explained and there is one reading.
     *
     * @param sql one SELECT with the question's values as literals
     * @param reading in words, such as "Counted the orders of the customer named Alice Wonderland."
     * @param wording puts the rows of that SQL into words
     */
    record Understood(String sql, String reading, Wording wording) implements Interpretation {}

    /**
     * Some word is not explained.
     *
     * @param message for the person who asked; names the word and offers near ones
     */
    record Declined(String message) implements Interpretation {}

    /**
     * Several readings give different SQL.
     *
     * @param message for the person who asked; lists the readings
     * @param readings in words, at least two
     */
    record Ambiguous(String message, List<String> readings) implements Interpretation {
        public Ambiguous {
            readings = List.copyOf(readings);
        }
    }

    /** Puts rows into words. */
    @FunctionalInterface
    interface Wording {
        String of(Rows rows);
    }
}
