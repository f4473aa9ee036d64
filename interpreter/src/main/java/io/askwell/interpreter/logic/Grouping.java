package io.askwell.interpreter.logic;

/** What a figure is given for, one by one. */
public sealed interface Grouping {

    /** Every row of the selection, also those to which nothing belongs. */
    record Each(Selection of) implements Grouping {}

    /** Every value of a column. */
    record By(Attribute attribute) implements Grouping {}

    /** Every stretch of the calendar in which something falls. */
    record Calendar(Attribute date, Unit unit) implements Grouping {}

    /** A stretch of the calendar. */
    enum Unit {
        DAY("daily"), MONTH("monthly"), QUARTER("quarterly"), YEAR("yearly");

        private final String adjective;

        Unit(String adjective) {
            this.adjective = adjective;
        }

        public String adjective() {
            return adjective;
        }
    }
}
