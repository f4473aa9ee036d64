package io.askwell.interpreter.broken;

import reactor.core.publisher.Mono;

/** Breaks the rule of the interpreter. */
public record GrammarThatReacts(Mono<String> later) {}
