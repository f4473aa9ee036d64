package io.askwell.domain.customer;

/** Something that belongs to a customer. */
public sealed interface Belonging permits Order, Address {
    CustomerId customerId();
}
