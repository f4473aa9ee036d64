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
