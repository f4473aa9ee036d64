package io.askwell.socket.agent.broken;

import io.askwell.socket.engineio.Session;

/** Breaks the rule of packets. */
public record QuestionsThatKnowPackets(Session session) {}
