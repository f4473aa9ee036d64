package io.askwell.interpreter.logic;

import io.askwell.interpreter.logic.Condition.Compared;
import io.askwell.interpreter.logic.Measure.Folding;
import java.math.BigDecimal;
import java.util.List;

/** How a number is held against other numbers. */
public sealed interface Comparison {

    record Than(Operator operator, BigDecimal number) implements Comparison {}

    /** Both ends count. */
    record Between(BigDecimal low, BigDecimal high) implements Comparison {}

    /**
     * Against a figure over rows of the column's own table: "above the average age", "older than Bob".
     *
     * @param of what those rows are; empty means all
     */
    record ThanFigure(Operator operator, Folding how, Attribute attribute, List<Compared> of) implements Comparison {
        public ThanFigure {
            of = List.copyOf(of);
        }

        public ThanFigure(Operator operator, Folding how, Attribute attribute) {
            this(operator, how, attribute, List.of());
        }
    }

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
