package io.askwell.domain.agent;

import java.util.List;

/**
 * How the grammar reads a question, with nothing run.
 *
 * @param words stretches of the question in its order, the longer first where several begin at the same word; they may
 *        overlap
 */
public record DryRun(Question question, List<Words> words, Interpretation interpretation) {
    public DryRun {
        words = List.copyOf(words);
    }

    /**
     * Words that stand together.
     *
     * @param text as the question spells them
     * @param senses all they can mean; none where nothing explains them
     */
    public record Words(String text, List<Sense> senses) {
        public Words {
            senses = List.copyOf(senses);
        }
    }

    /**
     * Something that words can mean.
     *
     * @param says what they stand for, such as {@code public.customer.email}
     */
    public record Sense(Kind kind, String says) {}

    /** What part words can play. */
    public enum Kind {
        /** English that holds a question together: "how many", "without". */
        STRUCTURE,
        /** A noun for the rows of a table. */
        TABLE,
        /** A noun for a column. */
        COLUMN,
        /** What rows of one table do to rows of another, or a figure told by a verb: "spent". */
        VERB,
        /** A noun for a figure: "revenue". */
        FIGURE,
        /** A value that is stored. */
        VALUE,
        /** Looks like a name, and is not stored. */
        NAME, NUMBER,
        /** A stretch of the calendar, or a unit of it. */
        TIME,
        /** An adjective that compares: "older than". */
        COMPARISON;

        /** In lower case, as clients see it. */
        public String label() {
            return name().toLowerCase(java.util.Locale.ROOT);
        }
    }
}
