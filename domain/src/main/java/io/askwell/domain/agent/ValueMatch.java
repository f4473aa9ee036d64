package io.askwell.domain.agent;

import io.askwell.domain.agent.Schema.TableName;

/**
 * A value that is stored right now and shares a word with the question.
 *
 * @param value as it is stored, such as {@code Alice Wonderland}
 */
public record ValueMatch(TableName table, String column, String value) {}
