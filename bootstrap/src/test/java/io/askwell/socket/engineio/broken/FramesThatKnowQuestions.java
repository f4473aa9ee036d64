package io.askwell.socket.engineio.broken;

import io.askwell.domain.agent.Question;

/** Breaks the rule of Engine.IO. */
public record FramesThatKnowQuestions(Question question) {}
