package io.askwell.domain.agent;

/** An event in its place: what every transport sends. */
public record RunEvent(RunId runId, EventId id, AgentEvent event) {}
