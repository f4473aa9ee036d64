package io.askwell.llm.agent;

import io.askwell.domain.agent.Rows;

/**
 * What an answer may rest on.
 *
 * @param sql what ran
 */
record Facts(String question, String sql, Rows rows) {}
