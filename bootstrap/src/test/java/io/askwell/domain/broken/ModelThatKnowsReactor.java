package io.askwell.domain.broken;

import reactor.core.publisher.Mono;

/** Breaks the rule of the model. */
public record ModelThatKnowsReactor(Mono<String> later) {}
