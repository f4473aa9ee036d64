package io.askwell.socket.socketio.broken;

import io.askwell.domain.agent.Question;

/** Breaks the rule of Socket.IO. */
public record PacketsThatKnowQuestions(Question question) {}
