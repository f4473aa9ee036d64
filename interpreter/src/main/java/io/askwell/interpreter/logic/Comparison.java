package io.askwell.interpreter.logic;

import io.askwell.interpreter.logic.Measure.Folding;
import java.math.BigDecimal;

/** How a number is held against other numbers. */
public sealed interface Comparison {

    record Than(Operator operator, BigDecimal number) implements Comparison {}

    /** Both ends count. */
    record Between(BigDecimal low, BigDecimal high) implements Comparison {}

    /** Against a figure over all rows of the column's own table: "above the average age". */
    record ThanFigure(Operator operator, Folding how, Attribute attribute) implements Comparison {}

    /** The usual five. */
    enum Operator {
        MORE(">", "more than"), AT_LEAST(">=", "at least"), LESS("<", "less than"), AT_MOST("<=",
                "at most"),
        EXACTLY("=", "exactly");

        private final String symbol;
        private final String words;

        Operator(String symbol, String words) {
            this.symbol = symbol;
            this.words = words;
        }

        public String symbol() {
            return symbol;
        }

        public String words() {
            return words;
        }
    }
}
