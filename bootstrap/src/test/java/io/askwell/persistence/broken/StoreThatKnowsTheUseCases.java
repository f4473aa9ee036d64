package io.askwell.persistence.broken;

import io.askwell.application.customer.CustomerService;

/** Breaks the rule of the persistence. */
public record StoreThatKnowsTheUseCases(CustomerService service) {}
