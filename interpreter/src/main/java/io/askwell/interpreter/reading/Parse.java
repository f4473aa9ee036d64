package io.askwell.interpreter.reading;

/**
 * One way to read some words.
 *
 * @param end index after the last word
 * @param cost how far-fetched it is; 0 is plain
 */
record Parse<T>(T value, int end, int cost) {}
