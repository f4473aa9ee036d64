package io.askwell.interpreter.logic;

/**
 * Which end of an order is kept.
 *
 * @param places how many from the end, at least 1; rows that tie for the last place are all kept
 * @param highest whether from the high end
 */
public record Rank(int places, boolean highest) {}
