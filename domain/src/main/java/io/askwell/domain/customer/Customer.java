package io.askwell.domain.customer;

/** A stored customer. */
public record Customer(CustomerId id, CustomerName name, Email email) {}
