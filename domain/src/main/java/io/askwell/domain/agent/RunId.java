package io.askwell.domain.agent;

/** Names one run of one question. Random, so that it cannot be guessed. */
public record RunId(String value) {}
