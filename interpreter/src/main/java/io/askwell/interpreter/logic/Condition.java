package io.askwell.interpreter.logic;

import java.util.List;

/** What a row must meet. */
public sealed interface Condition {

    /** The opposite. Rows for which nothing is known meet the opposite of a {@link Compared}. */
    Condition negated();

    /** A column of the row itself passes a test, or does not. */
    record Compared(Attribute attribute, Test test, boolean holds) implements Condition {
        public Compared(Attribute attribute, Test test) {
            this(attribute, test, true);
        }

        @Override
        public Condition negated() {
            return new Compared(attribute, test, !holds);
        }
    }

    /** One of them, or several, are met; or none is. */
    record Either(List<Condition> conditions, boolean holds) implements Condition {
        public Either {
            conditions = List.copyOf(conditions);
        }

        @Override
        public Condition negated() {
            return new Either(conditions, !holds);
        }
    }

    /** There is, or is not, a row of that selection that belongs to this row by foreign keys. */
    record Related(Selection to, boolean exists) implements Condition {
        public Related(Selection to) {
            this(to, true);
        }

        @Override
        public Condition negated() {
            return new Related(to, !exists);
        }
    }

    /**
     * There is, or is not, a row of that selection with the same value in this column: "countries that have singers over 40
     * and singers under 20".
     *
     * @param value a column of the selection's own table and of the row's
     */
    record Shared(Attribute value, Selection by, boolean exists) implements Condition {
        @Override
        public Condition negated() {
            return new Shared(value, by, !exists);
        }
    }

    /**
     * Stands, or does not stand, at an end of the order of all rows that meet the other conditions of its selection.
     *
     * @param by rows without it stand nowhere, nor do rows to which nothing belongs that is counted
     */
    record Foremost(Standing by, Rank rank, boolean holds) implements Condition {
        public Foremost(Standing by, Rank rank) {
            this(by, rank, true);
        }

        @Override
        public Condition negated() {
            return new Foremost(by, rank, !holds);
        }
    }

    /** What rows are put in order by. */
    sealed interface Standing {

        /** A number or date of the row's own. */
        record ByColumn(Attribute attribute) implements Standing {}

        /** A figure over the rows that belong to it. */
        record ByFigure(Measure measure) implements Standing {}

        /** How many rows have the same value in a column of the row's own. */
        record ByFrequency(Attribute attribute) implements Standing {}
    }

    /** A figure over the rows that belong to this row passes a comparison, or does not. */
    record Measured(Measure measure, Comparison comparison, boolean holds) implements Condition {
        public Measured(Measure measure, Comparison comparison) {
            this(measure, comparison, true);
        }

        @Override
        public Condition negated() {
            return new Measured(measure, comparison, !holds);
        }
    }
}
