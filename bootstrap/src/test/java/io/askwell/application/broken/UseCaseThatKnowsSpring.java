package io.askwell.application.broken;

import org.springframework.http.HttpStatus;

/** Breaks the rule of the application. */
public record UseCaseThatKnowsSpring(HttpStatus status) {}
