package io.askwell.interpreter.logic;

/** A figure over a selection. */
public sealed interface Measure {
    Selection of();

    /** The same figure over another selection of the same table. */
    Measure over(Selection selection);

    /** How many rows. */
    record Count(Selection of) implements Measure {
        @Override
        public Measure over(Selection selection) {
            return new Count(selection);
        }
    }

    /** The values of one column, folded into one. */
    record Fold(Folding how, Attribute attribute, Selection of) implements Measure {
        @Override
        public Measure over(Selection selection) {
            return new Fold(how, attribute, selection);
        }
    }

    /** How values become one; {@code DISTINCT} counts the different ones. */
    enum Folding {
        SUM, AVERAGE, HIGHEST, LOWEST, DISTINCT
    }
}
