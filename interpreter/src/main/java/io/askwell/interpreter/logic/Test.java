package io.askwell.interpreter.logic;

import java.util.List;

/** What the value of one column is held against. */
public sealed interface Test {

    /**
     * Is one of these texts, which are stored just so.
     *
     * @param values at least one
     */
    record OneOf(List<String> values) implements Test {
        public OneOf {
            values = List.copyOf(values);
        }
    }

    /** Is this text in whatever case; nothing is known of whether it is stored. */
    record Spelled(String text) implements Test {}

    /** Has this text in it, in whatever case. */
    record Contains(String text, Place place) implements Test {

        /** Where in the value. */
        public enum Place {
            BEGINNING, ANYWHERE, END
        }
    }

    /** Is a number that compares so. */
    record Compares(Comparison comparison) implements Test {}

    /** Is a moment within a period. */
    record During(Period period) implements Test {}

    /** Is there at all. */
    record Present() implements Test {}
}
