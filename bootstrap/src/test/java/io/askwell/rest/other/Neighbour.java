package io.askwell.rest.other;

/** Another feature. */
public record Neighbour(String name) {}
