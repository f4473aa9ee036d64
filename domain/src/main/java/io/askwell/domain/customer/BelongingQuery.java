package io.askwell.domain.customer;

import io.askwell.domain.paging.PageRequest;

/** Which of the things that belong to customers to list: {@code Q} is the kind of query itself. */
public sealed interface BelongingQuery<I, D extends Belonging, Q extends BelongingQuery<I, D, Q>>
        permits OrderQuery, AddressQuery {
    PageRequest<Stored<I, D>> page();

    /** The same, of this customer alone. */
    Q of(CustomerId customer);

    /** The same, another page of it. */
    Q with(PageRequest<Stored<I, D>> page);
}
