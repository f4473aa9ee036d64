/** The agent: a graph of steps that turn a question into SQL and its rows into an answer, with a model or without. */
@NullMarked
package io.askwell.llm.agent;

import org.jspecify.annotations.NullMarked;
