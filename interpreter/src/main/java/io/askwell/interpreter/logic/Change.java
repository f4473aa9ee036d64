package io.askwell.interpreter.logic;

import io.askwell.interpreter.logic.Condition.Compared;
import java.util.List;

/** What a follow-up says that shall be otherwise than in the inquiry before it. */
public sealed interface Change {

    /** Another value of a column: "and Bob?", "in Buildtown". */
    record Value(Compared value) implements Change {}

    /** A value in place of one of another column: "in the USA" where a city stood. */
    record OtherColumn(Compared value) implements Change {}

    /** Another stretch of days, or one where none stood: "what about 2023?". */
    record When(Period period) implements Change {}

    /** The order of a list: "sort them by name". */
    record Order(Attribute by, boolean descending) implements Change {}

    /** The direction of an order: "descending". */
    record Direction(boolean descending) implements Change {}

    /**
     * Which end is kept: "only the top 3".
     *
     * @param inTime whether it says latest or earliest rather than highest or lowest
     */
    record Limit(Rank rank, boolean inTime) implements Change {}

    /** What is told of the rows: "and his city?". */
    record Columns(List<Attribute> columns) implements Change {
        public Columns {
            columns = List.copyOf(columns);
        }
    }

    /** What a figure is given for: "per month". */
    record Groups(Grouping by) implements Change {}

    /** Rows of a table with conditions of their own: "only over 100", "and Alice's orders". */
    record Rows(Selection said) implements Change {}

    /** Which of the rows: "which of them live in Wonderland". */
    record Among(Selection said) implements Change {}

    /** Whether it speaks of a slot that is there by its kind; the others are heard only where no slot fits. */
    default boolean isOfASlot() {
        return !(this instanceof Rows || this instanceof Among || this instanceof OtherColumn);
    }
}
