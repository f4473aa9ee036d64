package io.askwell.interpreter.logic;

/**
 * Which part of an order is kept.
 *
 * @param places how many from the end, at least 1, where rows that tie for the last place are all kept; or the one place
 * @param highest whether from the high end
 * @param alone whether that place alone is kept, as in "the second largest"; then those that tie share a place, and the
 *        next one is behind them
 */
public record Rank(int places, boolean highest, boolean alone) {
    public Rank(int places, boolean highest) {
        this(places, highest, false);
    }

    /** As many, from that end. */
    public Rank from(boolean high) {
        return new Rank(places, high, alone);
    }

    /** Whether it is one place, of which there is one row unless some tie. */
    public boolean isOne() {
        return alone || places == 1;
    }
}
