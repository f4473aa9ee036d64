package io.askwell.interpreter.sql;

import io.askwell.interpreter.logic.Rank;

/** Writes the places of an order and which of them are kept. */
final class Places {
    private Places() {}

    /** The place of a row by an expression. */
    static String by(String expression, Rank rank) {
        return "%s() OVER (ORDER BY %s%s)".formatted(rank.alone() ? "dense_rank" : "rank", expression,
                rank.highest() ? " DESC" : "");
    }

    /** Whether a place, in a column of that name, is kept. */
    static String kept(String place, Rank rank) {
        return place + (rank.alone() ? " = " : " <= ") + rank.places();
    }
}
