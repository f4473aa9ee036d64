package io.askwell.domain.agent;

import java.util.List;
import java.util.Optional;

/** How a run that did not fail ended. */
public sealed interface Verdict {

    /** The name on the wire. */
    String label();

    /**
     * The question was answered from rows.
     *
     * @param sql what ran
     * @param reading how the question was understood, in words, where the origin says so
     */
    record Answered(String sql, Origin origin, Optional<String> reading) implements Verdict {
        @Override
        public String label() {
            return "answered";
        }
    }

    /** The question was not understood, or cannot be answered from this database; the answer says why. */
    record Declined() implements Verdict {
        @Override
        public String label() {
            return "declined";
        }
    }

    /**
     * The question has several readings; the answer asks which is meant.
     *
     * @param readings in words; may be empty where a model asks in its own words
     */
    record Clarify(List<String> readings) implements Verdict {
        public Clarify {
            readings = List.copyOf(readings);
        }

        @Override
        public String label() {
            return "clarify";
        }
    }
}
