package io.askwell.domain.failure;

/**
 * One thing wrong with a request.
 *
 * @param field path of the field as the client wrote it, such as {@code email}
 * @param message what is wrong and which limit holds
 */
public record Violation(String field, String message) {}
