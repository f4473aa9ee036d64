package io.askwell.llm.broken;

import io.r2dbc.spi.ConnectionFactory;

/** Breaks the rule of the model's adapter. */
public record ModelThatKnowsTheDatabase(ConnectionFactory database) {}
