package io.askwell.domain.access;

/**
 * Who is calling: the owner of a key. Runs, history and budgets belong to it.
 *
 * @param name the key's name
 */
public record Caller(String name) {}
