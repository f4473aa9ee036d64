package io.askwell.domain.agent.port.in;

import io.askwell.domain.agent.RunEvent;
import io.askwell.domain.agent.RunId;
import reactor.core.publisher.Flux;

/**
 * A run that is accepted, and may still wait for its turn.
 *
 * @param events from the first to the terminal one; to subscribe is to watch, which keeps the run going
 */
public record OpenedRun(RunId id, Flux<RunEvent> events) {}
